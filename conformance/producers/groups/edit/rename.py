"""Renaming."""

from __future__ import annotations

from shapes import JSON

from .group import bundle, case, data, display, file, mark, payload, renaming
from .shapes import ONE, PAIR, TWO, become, myst, papermill, record

case(
    "rename-data",
    "payload and mark get the new name",
    TWO,
    renaming("x", "é"),
    become(data("é", 1), data("y", "b", "text")),
    spec=["13.5"],
)
case(
    "rename-pair",
    "data and display keep together",
    PAIR,
    renaming("x", "z"),
    become(data("z", 1), display("z")),
    spec=["13.5"],
    read=False,
)
case(
    "rename-record",
    "a record's key becomes the new name",
    file(record(x=1)),
    renaming("x", "z"),
    become(record(z=1)),
    spec=["13.5"],
)
case(
    "rename-record-hiding",
    "a member that the record hid goes",
    file(record(x=1, z=2)),
    renaming("x", "z"),
    become(record(z=1)),
    spec=["13.5"],
)
case(
    "rename-papermill",
    "papermill's display is renamed",
    file(papermill("x")),
    renaming("x", "z"),
    become(papermill("z")),
    spec=["13.5"],
)
case(
    "rename-myst",
    "myst-nb's display is renamed",
    file(myst("x", "")),
    renaming("x", "z"),
    become(myst("z", "")),
    spec=["13.5"],
    read=False,
)
case(
    "rename-overwrites",
    "a scrap of the new name is removed where that is asked for",
    TWO,
    renaming("x", "y", overwrite=True),
    become(data("y", 1)),
    spec=["13.5"],
)
case(
    "rename-swap",
    "two scraps change names by a third",
    TWO,
    [renaming("x", "t"), renaming("y", "x"), renaming("t", "y")],
    become(data("y", 1), data("x", "b", "text")),
    spec=["13.1", "13.5"],
)
case("rename-same", "renaming to the same name changes no byte", ONE, renaming("x", "x"), spec=["13.5"])
case(
    "rename-back",
    "renaming there and back changes no byte",
    ONE,
    [renaming("x", "z"), renaming("z", "x")],
    spec=["13.5"],
)
case(
    "rename-empty",
    "a mark without a name does not become a display",
    file(bundle({JSON: payload("", 1)}, mark("", False, True))),
    renaming("", "x"),
    become(bundle({JSON: payload("x", 1)}, mark("", False, True))),
    spec=["13.5"],
)
