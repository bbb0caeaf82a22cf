"""model-edits: random sequences of changes, made by the TypeScript core and by a naive model in Python.

    python quality/torture/model_edits.py [--count 2000] [--seed 1] [--only INDEX]

Checks of each result: both merge modes read what the model says; Python's scrapbook reads it; nbformat
finds no more errors than before; the bytes outside of the edits are the original's; outputs that have
nothing to do with the changes are as they were. Prints the seed, and `N passed, N failed`.
"""

import argparse
import base64
import json
import logging
import random
import subprocess
import sys
import warnings
from pathlib import Path

import nbformat
from nbformat.validator import iter_validate
from scrapbook.models import Notebook

from naive_model import BAD, Any, borne, follow, parse, read
from random_notebooks import NAMES, Maker

ROOT = Path(__file__).resolve().parents[2]
VALUES = [
    0,
    -1,
    2**53 - 1,
    2.5,
    1e300,
    0.1,
    -1e-7,
    True,
    "text",
    "",
    "5",
    "a\n\u2028é",
    [],
    [1, [2.5, None]],
    {},
    {"b": 1, "a": {"c": [True]}},
]


def make_change(rng: random.Random) -> dict:
    names = NAMES + ["new", "newer"]
    op = rng.choice(["set"] * 5 + ["remove"] * 2 + ["rename"] * 2 + ["copy"])
    change = {"op": op, "name": rng.choice(names)}
    if op == "set":
        change |= {
            "value": rng.choice(VALUES),
            "display": rng.choice(["drop", "drop", "keep", "keep", "bundle", "only"]),
        }
    if op in ("rename", "copy"):
        change["to"] = rng.choice([name for name in names if name != ""])
    change["overwrite"] = rng.randrange(10) != 0 if op == "set" else rng.randrange(3) == 0
    return change


def make_case(seed: int, index: int) -> dict:
    rng = random.Random(f"{seed}/{index}")
    maker = Maker(rng)
    notebook, other = maker.notebook(), maker.notebook()
    changes = [make_change(rng) for _ in range(rng.choice([1, 1, 2, 3, 4, 6, 10]))]
    cells = parse(notebook)["cells"]
    code = [place for place, cell in enumerate(cells) if cell["cell_type"] == "code"]
    cell = rng.choice(code) if code and rng.randrange(3) == 0 else None
    note = "changed" if rng.randrange(3) == 0 else None
    return {"notebook": notebook, "other": other, "changes": changes, "cell": cell, "note": note}


def check(case: dict, answer: dict) -> None:
    original, changes = case["notebook"], case["changes"]
    tree = parse(original)
    modes = {mode: read(tree, mode) for mode in ("complete", "reference")}
    other = read(parse(case["other"]), "complete")
    touched = set()
    for change, refused in zip(changes, answer["refused"], strict=False):
        after = {mode: follow(scraps, change, modes["reference"], other) for mode, scraps in modes.items()}
        for mode, scraps in after.items():
            assert (scraps is None) == (refused is not None), f"{change} in {mode}: refused {refused}"
        if refused is None:
            modes = after
            touched |= {change["name"], change.get("to")}
    assert "error" not in answer, answer["error"]
    result = base64.b64decode(answer["result"])
    check_bytes(original, result, answer["edits"])
    edited = parse(result)
    for mode, scraps in modes.items():
        found = read(edited, mode)
        assert in_order(found, case) == in_order(scraps, case), (
            f"{mode}: {list(found)} instead of {list(scraps)}"
        )
        assert sorted(found) == sorted(scraps), f"{mode}: {list(found)} instead of {list(scraps)}"
        for name, scrap in scraps.items():
            assert found[name] == scrap, f"{mode}, {name!r}: {found[name]} instead of {scrap}"
    check_rest(tree, edited, touched)
    check_schema(original, result)
    check_reference(original, result, modes["reference"])


def in_order(scraps: dict, case: dict) -> list:
    """Names in order, but for those whose place may change.

    A new scrap in a cell that is named stands wherever that is; data that moves to its display, there.
    """
    changes = case["changes"]
    if case["cell"] is None and not any(change.get("display") == "keep" for change in changes):
        return list(scraps)
    touched = {name for change in changes for name in (change["name"], change.get("to"))}
    return [name for name in scraps if name not in touched]


def check_bytes(original: bytes, result: bytes, edits: list) -> None:
    at = place = 0
    for start, end, length in edits:
        assert at <= start <= end <= len(original), f"edits overlap at {start}"
        kept = original[at:start]
        assert result[place : place + len(kept)] == kept, f"bytes before {start} changed"
        at, place = end, place + len(kept) + length
    assert result[place:] == original[at:], "bytes behind the last edit changed"


def check_rest(tree, edited, touched: set) -> None:
    """What has nothing to do with the changed names is as it was."""
    assert {key: value for key, value in tree.items() if key != "cells"} == {
        key: value for key, value in edited.items() if key != "cells"
    }
    assert len(edited["cells"]) - len(tree["cells"]) in (0, 1)
    for before, after in zip(tree["cells"], edited["cells"], strict=False):
        assert list(before) == [key for key in after if key in before]
        assert all(after[key] == value for key, value in before.items() if key != "outputs")
        outputs = iter(after.get("outputs") or [])
        for output in before.get("outputs") or []:
            if not names_of(output) & touched:
                assert output in outputs, "an output that has nothing to do with it changed"


def names_of(output) -> set:
    found = borne(output)
    return set(found.data) | {found.name}


def check_schema(original: bytes, result: bytes) -> None:
    before, after = errors_of(original), errors_of(result)
    assert after <= before, f"nbformat finds {after} errors instead of {before}"


def errors_of(data: bytes) -> int:
    return sum(1 for _ in iter_validate(json.loads(data.decode("utf-8-sig"))))


def check_reference(original: bytes, result: bytes, model: dict) -> None:
    """Python's scrapbook reads the result as the model says, where it read the original so."""
    if b"mime_prefix" in result:
        return
    if not agrees(reference(original), read(parse(original), "reference")):
        return
    found = reference(result)
    # A value under an encoder that Python lacks may have come with a copy.
    foreign = any(
        scrap == BAD or scrap.encoder not in ("json", "text", "display") for scrap in model.values()
    )
    if found is None and foreign:
        return
    assert found is not None, "Python's scrapbook cannot read the result"
    assert agrees(found, model), f"Python reads {found} instead of {model}"


def agrees(found, model: dict) -> bool:
    """Whether Python's scrapbook sees what the model says. Data that decodes to null is none to Python."""
    return (
        found is not None
        and set(found) == set(model)
        and all(
            scrap != BAD
            and (scrap.data is not None or not found[name][0])
            and (found[name][1] == (scrap.display is not None) or isinstance(scrap.display, Any))
            for name, scrap in model.items()
        )
    )


def reference(data: bytes):
    try:
        node = nbformat.reads(data.decode("utf-8-sig"), as_version=4)
        return {
            name: (scrap.data is not None, scrap.display is not None)
            for name, scrap in Notebook(node).scraps.items()
        }
    except Exception:
        return None


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", type=int)
    options = parser.parse_args()
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    print(f"model-edits: {options.count} sequences, seed {options.seed}")
    worker = subprocess.Popen(
        [
            "node",
            f"--import={ROOT.joinpath('scripts/ts-loader.mjs').as_uri()}",
            "--conditions=@scrapbook/source",
            str(ROOT / "quality/torture/edit-worker.ts"),
        ],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    passed = failed = 0
    for index in range(options.count) if options.only is None else [options.only]:
        case = make_case(options.seed, index)
        asked = {**case, "notebook": encode(case["notebook"]), "other": encode(case["other"])}
        worker.stdin.write(json.dumps(asked) + "\n")
        worker.stdin.flush()
        answer = json.loads(worker.stdout.readline())
        try:
            check(case, answer)
            passed += 1
        except AssertionError as error:
            failed += 1
            print(f"FAILED {index}: {error}\n  {json.dumps(case['changes'], ensure_ascii=False)}")
            if options.only is not None:
                print(
                    case["notebook"].decode(), base64.b64decode(answer.get("result", "")).decode(), sep="\n"
                )
    worker.stdin.close()
    worker.wait()
    print(f"{passed} passed, {failed} failed")
    return 0 if failed == 0 and passed > 0 else 1


def encode(data: bytes) -> str:
    return base64.b64encode(data).decode()


if __name__ == "__main__":
    sys.exit(main())
