"""Makes the notebooks and the cases, and writes down how each file was made.

pip install -r requirements.txt
python make.py              # everything
python make.py merge text   # some groups
python make.py --fresh      # also what papermill made, which holds times
"""

from __future__ import annotations

import importlib
import json
import platform
import sys
import time
from importlib.metadata import version

import paths
from harness import START

PROVENANCE = paths.PRODUCERS / "PROVENANCE.json"
LIBRARIES = [
    "scrapbook",
    "papermill",
    "nbclient",
    "nbformat",
    "ipykernel",
    "ipython",
    "jupyter_client",
    "jsonschema",
    "myst-nb",
    "pandas",
    "pyarrow",
    "numpy",
]


def main(names: list[str]) -> None:
    # Rewriting and reading in pieces take files, and the latter cases, of the other groups.
    known = sorted(
        (path.stem for path in (paths.PRODUCERS / "groups").glob("[a-z]*")),
        key=lambda name: (name in ("rewrite", "pieces"), name),
    )
    lines = {line["path"]: line for line in read_provenance().get("files", [])}
    count = 0
    for name in names or known:
        start = time.monotonic()
        group = importlib.import_module(f"groups.{name}").group
        made = group.make()
        lines = {path: line for path, line in lines.items() if path.split("/")[0] != group.name}
        lines |= {line["path"]: line for line in made}
        remove_orphans(group.name, lines)
        count += len(group.cases)
        print(f"{name}: {len(group.cases)} cases, {len(made)} files, {time.monotonic() - start:.1f} s")
    PROVENANCE.write_text(
        json.dumps(
            {
                "python": platform.python_version(),
                "versions": {name: version(name) for name in LIBRARIES},
                "files": [lines[path] for path in sorted(lines)],
            },
            indent=1,
            ensure_ascii=False,
        )
        + "\n",
        encoding="utf-8",
    )
    write_known_failures()
    print(f"{count} cases")


def write_known_failures() -> None:
    """The cases in which the reference differs, for the Python harness."""
    cases = [json.loads(path.read_bytes()) for path in sorted(paths.CASES.rglob("*.json"))]
    able = set(START["capabilities"])
    known = {
        case["id"]: case["referenceReason"]
        for case in sorted(cases, key=lambda case: case["id"])
        if case["reference"] == "differs" and set(case["requires"]) <= able and case["level"] != "pandas"
    }
    (paths.HARNESS / "known-failures.json").write_text(
        json.dumps(known, indent=2, ensure_ascii=False) + "\n", encoding="utf-8"
    )


def read_provenance() -> dict:
    return json.loads(PROVENANCE.read_text(encoding="utf-8")) if PROVENANCE.exists() else {}


def remove_orphans(group: str, lines: dict) -> None:
    folder = paths.NOTEBOOKS / group
    for path in folder.rglob("*") if folder.exists() else []:
        if path.is_file() and path.relative_to(paths.NOTEBOOKS).as_posix() not in lines:
            path.unlink()


if __name__ == "__main__":
    main([name for name in sys.argv[1:] if name != "--fresh"])
