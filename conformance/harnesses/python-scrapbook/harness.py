"""Speaks the harness protocol for the real Python scrapbook: JSON lines on stdin and stdout.

    python harness.py

It answers every case it is asked with what scrapbook does, also where we differ on purpose;
known-failures.json lists those cases with the reason.
"""

from __future__ import annotations

import json
import os
import sys
from importlib.metadata import version

from reference import answer

START = {
    "protocol": 1,
    "implementation": {"name": "scrapbook", "language": "Python", "version": version("scrapbook")},
    "capabilities": [
        "read",
        "table",
        "list",
        "encode",
        "reglue",
        "report",
        "scrapbook",
        "merge-reference",
        "encoders",
    ],
    "numbers": "exact",
    "levels": ["reader", "gluer"],
    "checks": ["order"],
}


def told(got: dict) -> dict:
    if "raises" not in got:
        return got
    raised = got["raises"]
    message = f"{raised['type']}: {raised['message']}"
    if "category" not in raised:
        return {"errored": message}
    return {"error": {"category": raised["category"], "message": message}}


def main() -> None:
    # What scrapbook or a library prints must not get between the answers.
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8", newline="\n")
    os.dup2(2, 1)
    for line in sys.stdin:
        request = json.loads(line)
        if request["cmd"] == "stop":
            return
        said = (
            START
            if request["cmd"] == "start"
            else {"seq": request["seq"], **told(answer(request, request["files"]))}
        )
        answers.write(json.dumps(said) + "\n")
        answers.flush()


if __name__ == "__main__":
    main()
