"""What is refused, and what does not hinder."""

from __future__ import annotations

import math

from shapes import JSON, TEXT
from suite import Shaped

from .group import WHY, bundle, case, copying, data, file, removing, renaming, setting
from .shapes import ONE, OUTPUTS, PLAIN, put

FIRST = f"{OUTPUTS}/0"
for id, description, changes, code, path in [
    (
        "remove-missing",
        "a scrap that is not there cannot be removed",
        removing("y"),
        "notebook-scrap-missing",
        "",
    ),
    (
        "remove-twice",
        "a scrap cannot be removed twice",
        [removing("x"), removing("x")],
        "notebook-scrap-missing",
        "",
    ),
    (
        "rename-missing",
        "a scrap that is not there cannot be renamed",
        renaming("y", "z"),
        "notebook-scrap-missing",
        "",
    ),
    (
        "rename-taken",
        "a name that is taken is not given again",
        [setting("y", 1), renaming("y", "x")],
        "notebook-scrap-exists",
        FIRST,
    ),
    (
        "rename-surrogate",
        "a name with half a character cannot be written",
        renaming("x", "\ud800"),
        "json-lone-surrogate",
        "",
    ),
    (
        "set-taken",
        "a value is not replaced where it must not be",
        setting("x", 2, overwrite=False),
        "notebook-scrap-exists",
        FIRST,
    ),
    ("set-nan", "NaN is refused", setting("x", [math.nan]), "json-non-finite", "/0"),
    (
        "set-undefined",
        "what has no JSON form is refused",
        setting("x", {"$object": [["a", {"$other": "undefined"}]]}),
        "json-unsupported-value",
        "/a",
    ),
    ("set-cycle", "what contains itself is refused", setting("x", {"$other": "cycle"}), "json-cycle", "/0"),
    ("set-surrogate", "half a character is refused", setting("x", ["\ud800"]), "json-lone-surrogate", "/0"),
    ("set-null", "null is refused", setting("x", None), "encoder-not-encodable", ""),
    (
        "set-unknown-encoder",
        "an unknown encoder is refused",
        setting("x", 1, encoder="odd"),
        "encoder-unknown",
        "",
    ),
    ("set-nameless-display", "a display needs a name", setting("", 1, display=PLAIN), "usage-argument", ""),
    (
        "copy-missing",
        "a scrap that is not there cannot be copied",
        copying("y", "nb"),
        "notebook-scrap-missing",
        "",
    ),
    ("copy-taken", "a copy does not replace", copying("x", "nb"), "notebook-scrap-exists", FIRST),
]:
    case(f"refuses-{id}", description, ONE, changes, error=(code, path), spec=["13.10"])
case(
    "refuses-truncated",
    "a notebook that cannot be read cannot be edited",
    Shaped(ONE.content[:-10], WHY),
    setting("x", 2),
    error=("json-truncated", ""),
    spec=["13.1"],
)
case(
    "among-faults",
    "faults elsewhere stay and do not hinder",
    file(bundle({JSON: {"name": "bad"}}), bundle({TEXT: 1}), data("x", 1)),
    setting("x", 2),
    put(2, 2),
    read=False,
    options={"strict": False},
    requires=["edit"],
    spec=["13.1"],
)
