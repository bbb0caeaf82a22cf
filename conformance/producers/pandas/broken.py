"""Payloads of the encoder pandas that hold no frame, each with what holds of it."""

from __future__ import annotations

import base64
import io

import pandas as pd

REASON = "the reference raises an error of its own for the whole notebook, or reads other bytes"


def parquet() -> bytes:
    file = io.BytesIO()
    pd.DataFrame({"x": [1, 2]}).to_parquet(file)
    return file.getvalue()


GOOD = parquet()
TEXT = base64.b64encode(GOOD).decode()

PAYLOADS: dict[str, tuple[object, str]] = {
    "broken-base64-url": (TEXT[:40] + "-_" + TEXT[42:], "the alphabet of URLs is not that of a frame"),
    "broken-base64-stray": (TEXT[:40] + "*" + TEXT[40:], "a stray character is not dropped from a frame"),
    "broken-base64-cut": (TEXT[:-1], "base64 that is cut off is no frame"),
    "broken-base64-padding-inside": (TEXT[:40] + "==" + TEXT[42:], "padding inside of base64 is no frame"),
    "broken-empty": ("", "the empty text is no frame"),
    "broken-not-base64": ("no frame!", "any text is no frame"),
    "broken-not-parquet": (base64.b64encode(b"PAR2" + GOOD[4:-4] + b"PAR2").decode(), "other bytes are no frame"),
    "broken-cut-off": (base64.b64encode(GOOD[: len(GOOD) // 2]).decode(), "a Parquet file that is cut off is no frame"),
    "broken-footer-too-long": (
        base64.b64encode(GOOD[:-8] + b"\xff\xff\xff\x7f" + b"PAR1").decode(),
        "a footer longer than the file is no frame",
    ),
    "broken-number": (5, "a number is no frame"),
    "broken-object": ({"x": 1}, "an object is no frame"),
}
