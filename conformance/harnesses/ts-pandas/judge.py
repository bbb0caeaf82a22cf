"""Reads frames with pandas, for the harness: JSON lines in, JSON lines out.

    {"ask": "describe", "parquet": base64}          {"frame": …} | {"raises": "TypeError: …"}
    {"ask": "compare", "left": …, "right": …}       {"equal": true} | {"different": "…"}

Two files that pandas refuses with the same words are equal.
"""

from __future__ import annotations

import base64
import io
import json
import sys
import warnings
from pathlib import Path

import pandas as pd
from pandas.testing import assert_frame_equal

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "producers" / "pandas"))
from describe import describe  # noqa: E402


def main() -> None:
    warnings.simplefilter("ignore")
    sys.dont_write_bytecode = True
    for line in sys.stdin:
        request = json.loads(line)
        answer = ASKED[request["ask"]](request)
        print(json.dumps(answer), flush=True)


def ask_describe(request: dict) -> dict:
    try:
        return {"frame": describe(base64.b64decode(request["parquet"]))}
    except Exception as error:  # whatever pandas raises is told
        return {"raises": f"{type(error).__name__}: {error}"}


def ask_compare(request: dict) -> dict:
    left, right = read(request["left"]), read(request["right"])
    if isinstance(left, str) or isinstance(right, str):
        return {"equal": True} if isinstance(left, str) and left == right else {"different": f"{left} | {right}"}
    difference = differing(left, right)
    if difference and differing(left, read(request["left"])):
        # Arrays within dicts are not equal to themselves: the stored values are compared instead.
        same = ask_describe({"parquet": request["left"]}) == ask_describe({"parquet": request["right"]})
        difference = None if same else difference
    if difference:
        return {"different": difference}
    # NaN in attrs is not itself.
    if json.dumps(left.attrs, sort_keys=True) != json.dumps(right.attrs, sort_keys=True):
        return {"different": f"attrs {left.attrs} | {right.attrs}"}
    return {"equal": True}


def differing(left: pd.DataFrame, right: pd.DataFrame) -> str | None:
    try:
        assert_frame_equal(left, right, check_exact=True, check_freq=True)
    except (AssertionError, ValueError) as error:
        return str(error)
    return None


def read(parquet: str) -> pd.DataFrame | str:
    try:
        return pd.read_parquet(io.BytesIO(base64.b64decode(parquet)), engine="pyarrow")
    except Exception as error:
        return f"{type(error).__name__}: {error}"


ASKED = {"describe": ask_describe, "compare": ask_compare}

if __name__ == "__main__":
    main()
