"""Replays every recorded expectation against the installed reference, on the committed notebooks.

    python check.py

Fails if a notebook is not the one that was made, if the reference no longer answers as a case says,
or if it now agrees with a case that says it differs. Then the expectation is of our own making.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections import Counter

import paths
from harness import START
from suite import ask, differing, disagreement


def main() -> int:
    faults = list(check_files())
    counts: Counter = Counter()
    for path in sorted(paths.CASES.rglob("*.json")):
        case = json.loads(path.read_bytes())
        told, fault = replay(case)
        counts[told] += 1
        if fault:
            faults.append(f"{case['id']}: {fault}")
    print(", ".join(f"{count} {told}" for told, count in sorted(counts.items())))
    for fault in faults:
        print(fault, file=sys.stderr)
    print(f"{sum(counts.values()) - len(faults)} passed, {len(faults)} failed")
    return 1 if faults else 0


def replay(case: dict) -> tuple[str, str | None]:
    """What the case says of the reference, and what is wrong with that."""
    said = case["reference"]
    if case["level"] == "pandas" or not set(case["requires"]) <= set(START["capabilities"]):
        return f"{said}, not to be asked", None
    got = ask(case["run"], case.get("files", []))
    if said == "none":
        return "none", None if "skipped" in got or disagreement(
            case["expect"], got
        ) else "the reference agrees"
    problem = disagreement(case["expect"], got)
    if said == "same" and problem:
        return said, problem
    if said == "differs" and not problem:
        return said, "the reference agrees"
    return said, wrong_record(case.get("referenceExpect"), got)


def wrong_record(recorded: dict | None, got: dict) -> str | None:
    if recorded is None:
        return None
    if "raises" in recorded:
        raised = got.get("raises", {})
        kind = recorded["raises"]["type"]
        return None if raised.get("type") == kind else f"raises {raised.get('type')} instead of {kind}"
    if "result" not in got:
        return f"{got} instead of a result"
    return differing(recorded, got["result"], "")


def check_files():
    """Each file of PROVENANCE.json as it was made, and no other."""
    provenance = json.loads((paths.PRODUCERS / "PROVENANCE.json").read_bytes())
    known = {line["path"]: line["sha256"] for line in provenance["files"]}
    groups = {path.split("/")[0] for path in known}
    for path, sha256 in known.items():
        file = paths.NOTEBOOKS / path
        if not file.exists():
            yield f"{path}: is missing"
        elif hashlib.sha256(file.read_bytes()).hexdigest() != sha256:
            yield f"{path}: is not the file that was made"
    for file in paths.NOTEBOOKS.rglob("*"):
        path = file.relative_to(paths.NOTEBOOKS).as_posix()
        if file.is_file() and path.split("/")[0] in groups and path not in known:
            yield f"{path}: is in no provenance"


if __name__ == "__main__":
    sys.exit(main())
