"""Copying."""

from __future__ import annotations

from values import NumberText

from shapes import JSON, SCRAP
from suite import Shaped

from .group import WHY, bundle, case, combined, copying, data, display, file, mark, payload, setting
from .shapes import ONE, OUTPUTS, STREAM, added, become, put

SOURCE = Shaped(
    file(data("x", 1, "odd"), data("y", [2]), combined("z", 3, {"text/plain": ["a\n", "b"]}), display("d"))
    .content.replace(b'"data": 1,', b'"data": 1.0,')
    .replace(b"2\n", b"NaN\n"),
    WHY,
)


def from_other(target: Shaped) -> dict:
    return {"nb": target, "other": SOURCE}


case(
    "copy",
    "a copy has the source text of its data",
    None,
    copying("x"),
    added(data("x", NumberText("1.0"), "odd")),
    files=from_other(file(STREAM)),
    read=False,
    spec=["13.6"],
)
case(
    "copy-not-finite",
    "what is not finite is copied as it stands",
    None,
    copying("y", **{"as": "b"}),
    added(data("b", [NumberText("NaN")])),
    files=from_other(file(STREAM)),
    spec=["13.6"],
)
case(
    "copy-display",
    "a display is copied with its data, into one output",
    None,
    copying("z"),
    added(combined("z", 3, {"text/plain": ["a\n", "b"]})),
    files=from_other(file(STREAM)),
    spec=["13.6"],
)
case(
    "copy-display-alone",
    "a display without data is copied",
    None,
    copying("d"),
    added(display("d")),
    files=from_other(file(STREAM)),
    spec=["13.6"],
)
case(
    "copy-over",
    "a copy replaces where that is asked for",
    None,
    copying("x", **{"as": "y"}, overwrite=True),
    become(bundle({SCRAP.format("odd"): payload("y", NumberText("1.0"), "odd")}, mark("y"))),
    files=from_other(file(data("y", 5))),
    whole=(f"{OUTPUTS}/0/data/application~1scrapbook.scrap.json+json",),
    read=False,
    spec=["13.6"],
)
case(
    "copy-within",
    "a copy within a notebook is of what was read",
    ONE,
    [setting("x", 2), copying("x", "nb", **{"as": "old"})],
    lambda notebook: (put(2)(notebook), added(data("old", 1))(notebook)) and notebook,
    spec=["13.6"],
)
case(
    "copy-more",
    "further members and the version are copied as they stand",
    None,
    copying("m"),
    added(
        bundle({JSON: payload("m", 1, more=[NumberText("1.50")]) | {"version": NumberText("1.0")}}, mark("m"))
    ),
    files={
        "nb": file(STREAM),
        "other": Shaped(
            file(data("m", 1, more=[5]))
            .content.replace(b"5\n", b"1.50\n")
            .replace(b'"version": 1', b'"version": 1.0'),
            WHY,
        ),
    },
    spec=["13.6"],
)
