"""Makes the notebooks and the cases of frames, under one pandas at a time:

    pip install -r ../requirements.txt          (pandas 3)
    python make.py
    pip install -r ../requirements-pandas2.txt  (pandas 2, in an environment of its own)
    python make.py

`python make.py category-of-bools` makes that kind alone, and leaves all others as they are.

Each notebook holds one scrap, `frame`, encoded by scrapbook itself. What a case expects is what
pyarrow and that pandas read of it.
"""

from __future__ import annotations

import base64
import hashlib
import json
import platform
import sys
import warnings
from importlib.metadata import version
from pathlib import Path

import nbformat
import pandas as pd
from scrapbook.api import _prepare_ipy_data_format
from scrapbook.encoders import registry
from scrapbook.scraps import Scrap, scrap_to_payload

import broken
import frames  # noqa: F401
import labels  # noqa: F401
from describe import describe
from files import FILES
from kinds import KINDS

CONFORMANCE = Path(__file__).resolve().parents[2]
CASES = CONFORMANCE / "cases" / "pandas"
NOTEBOOKS = CONFORMANCE / "notebooks" / "pandas"
PROVENANCE = Path(__file__).parent / "PROVENANCE.json"
PANDAS = f"pandas{pd.__version__.split('.')[0]}"
# Frames of values that an implementation is not asked to write: pandas makes other dtypes of these.
NOT_WRITTEN = {
    "category-of-bools",
    "category-of-bools-alone",
    "category-of-bytes",
    "category-of-nothing",
    "objects-of-bools",
    "objects-of-ints",
}
LIBRARIES = ["scrapbook", "nbformat", "pandas", "pyarrow", "numpy"]


def main() -> None:
    warnings.simplefilter("ignore")
    CASES.mkdir(parents=True, exist_ok=True)
    NOTEBOOKS.mkdir(parents=True, exist_ok=True)
    named = sys.argv[1:]
    if named:
        made = [make_kind(name, KINDS[name]) for name in named]
        write_provenance(made, known_files())
        print(f"{PANDAS}: {len(made)} notebooks")
        return
    for old in [*CASES.glob(f"{PANDAS}-*.json"), *NOTEBOOKS.glob(f"{PANDAS}-*.ipynb")]:
        old.unlink()
    made = [make_kind(name, make) for name, make in KINDS.items()]
    if PANDAS == "pandas3":
        made += [make_file(name, make) for name, make in FILES.items()]
        made += [make_broken(name, data, told) for name, (data, told) in broken.PAYLOADS.items()]
    write_provenance(made, [])
    print(f"{PANDAS}: {len(made)} notebooks")


def make_kind(name: str, make: callable) -> dict:
    payload = scrap_to_payload(registry.encode(Scrap("frame", make(), "pandas")))
    line = write_notebook(f"{PANDAS}-{name}", payload)
    file = [{"key": "nb", "path": f"pandas/{PANDAS}-{name}.ipynb"}]
    try:
        frame = describe(base64.b64decode(payload["data"]))
    except (TypeError, ValueError):
        # pandas cannot read its own file: only that it is a frame is told.
        return line
    write_decode(name, f"{make.__doc__}, read from {PANDAS[:-1]} {PANDAS[-1]}", frame)
    if PANDAS == "pandas3" and name not in NOT_WRITTEN:
        written = {"$object": [["name", "frame"], ["data", frame], ["encoder", "pandas"], ["version", {"$number": "1"}]]}
        write_case(
            f"{PANDAS}-encode-{name}",
            level_case(f"{make.__doc__}, written", file)
            | {
                "requires": ["encode", "pandas"],
                "run": {"op": "encode", "name": "frame", "value": frame, "encoder": "pandas", "options": {"encoders": ["pandas"]}},
                "expect": {"outputs": [{"data": {"$object": [["application/scrapbook.scrap.pandas+json", written]]}}]},
            },
        )
    return line


def make_file(name: str, make: callable) -> dict:
    parquet = make()
    data = base64.b64encode(parquet).decode()
    line = write_notebook(f"{PANDAS}-{name}", {"name": "frame", "data": data, "encoder": "pandas", "version": 1})
    write_decode(name, make.__doc__, describe(parquet))
    return line


def write_decode(name: str, description: str, frame: object) -> None:
    write_case(
        f"{PANDAS}-decode-{name}",
        level_case(description, [{"key": "nb", "path": f"pandas/{PANDAS}-{name}.ipynb"}])
        | {
            "requires": ["read", "encoders", "pandas"],
            "run": {"op": "read", "options": {"encoders": ["pandas"]}, "only": ["scraps"]},
            "expect": {"scraps": [{"name": "frame", "encoder": "pandas", "data": frame}]},
        },
    )


def make_broken(name: str, data: object, told: str) -> dict:
    payload = {"name": "frame", "data": data, "encoder": "pandas", "version": 1}
    line = write_notebook(f"{PANDAS}-{name}", payload)
    path = "/cells/0/outputs/0/data/application~1scrapbook.scrap.pandas+json"
    error = {"category": "encoder", "code": "encoder-decode-failed", "path": path}
    write_case(
        f"{PANDAS}-decode-{name}",
        level_case(told, [{"key": "nb", "path": f"pandas/{PANDAS}-{name}.ipynb"}])
        | {
            "requires": ["read", "encoders", "pandas"],
            "run": {"op": "read", "options": {"encoders": ["pandas"]}, "only": ["scraps"]},
            "expect": {"scraps": [{"name": "frame", "encoder": "pandas", "data": {"$error": error}}]},
            "reference": "differs",
            "referenceReason": broken.REASON,
            "referenceExpect": told_by_reference(data),
        },
    )
    return line


def told_by_reference(data: object) -> dict:
    """What scrapbook makes of a payload: a frame, read from other bytes, or its exception."""
    try:
        registry.decode(Scrap("frame", data, "pandas"))
        frame = describe(base64.b64decode(data))
    except Exception as error:
        module = type(error).__module__.split(".")[0]
        name = type(error).__name__
        message = str(error).split("\n")[0][:200]
        return {"raises": {"type": name if module == "builtins" else f"{module}.{name}", "message": message}}
    return {"scraps": [{"name": "frame", "encoder": "pandas", "data": frame}]}


def level_case(description: str, files: list[dict]) -> dict:
    return {
        "since": "1.0.0",
        "level": "pandas",
        "spec": ["4.5"],
        "description": description,
        "files": files,
        "reference": "same",
    }


ORDER = ["$schema", "id", "since", "level", "spec", "description", "requires", "files", "run", "expect", "reference", "referenceReason", "referenceExpect"]


def write_case(id_: str, members: dict) -> None:
    case = {"$schema": "../../schema/case.schema.json", "id": id_} | members
    case = {name: case[name] for name in ORDER if name in case}
    (CASES / f"{id_}.json").write_text(json.dumps(case, ensure_ascii=False) + "\n", encoding="utf-8")


def write_notebook(name: str, payload: dict) -> dict:
    data, metadata = _prepare_ipy_data_format("frame", payload, "pandas")
    output = nbformat.v4.new_output("display_data", data=data, metadata=metadata)
    cell = nbformat.v4.new_code_cell("sb.glue('frame', frame)", execution_count=1, outputs=[output])
    # Ids are random, and a cell of nbformat 4.4 has none.
    del cell["id"]
    notebook = nbformat.v4.new_notebook(cells=[cell])
    notebook.nbformat_minor = 4
    path = f"{name}.ipynb"
    content = nbformat.writes(notebook).encode() + b"\n"
    (NOTEBOOKS / path).write_bytes(content)
    return {"path": f"pandas/{path}", "sha256": hashlib.sha256(content).hexdigest()}


def known_files() -> list[dict]:
    return json.loads(PROVENANCE.read_bytes())[PANDAS]["files"]


def write_provenance(made: list[dict], kept: list[dict]) -> None:
    known = json.loads(PROVENANCE.read_bytes()) if PROVENANCE.exists() else {}
    paths = {line["path"] for line in made}
    known[PANDAS] = {
        "python": platform.python_version(),
        "versions": {name: version(name) for name in LIBRARIES},
        "files": [line for line in kept if line["path"] not in paths] + made,
    }
    known = {name: known[name] for name in sorted(known)}
    PROVENANCE.write_text(json.dumps(known, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
