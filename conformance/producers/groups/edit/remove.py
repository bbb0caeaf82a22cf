"""Removing."""

from __future__ import annotations

from shapes import JSON, TEXT
from suite import Shaped

from .group import WHY, bundle, case, data, display, file, mark, payload, removing, setting
from .shapes import SEPARATOR, STREAM, added, become, myst, papermill, record

THREE = (data("a", 1), data("b", 2), data("c", 3))
for id, names in [
    ("first", "a"),
    ("middle", "b"),
    ("last", "c"),
    ("two", "ab"),
    ("ends", "ac"),
    ("all", "abc"),
]:
    case(
        f"remove-{id}",
        {
            "first": "the first output goes with the comma behind it",
            "middle": "an output goes with the comma before it",
            "last": "the last output goes with the comma before it",
            "two": "two outputs go with their commas",
            "ends": "the first and the last output go",
            "all": "of all outputs an empty list is left",
        }[id],
        file(*THREE),
        [removing(name) for name in names],
        become(*(output for output, name in zip(THREE, "abc", strict=True) if name not in names)),
        spec=["13.4"],
    )
case(
    "remove-every-value",
    "every value of the name goes",
    file(data("x", 1), data("y", 2), data("x", 3), display("x")),
    removing("x"),
    become(data("y", 2)),
    spec=["13.4"],
)
case(
    "remove-forms",
    "records and everybody's displays go",
    file(record(x=1, z=2), papermill("x"), myst("x", ""), STREAM),
    removing("x"),
    become(STREAM),
    spec=["13.4"],
)
case(
    "remove-from-shared",
    "an output that bears another scrap stays, and its mark is that one's",
    file(bundle({JSON: payload("x", 1), TEXT: payload("y", "b", "text")}, mark("x"))),
    removing("x"),
    become(bundle({TEXT: payload("y", "b", "text")}, mark("y"))),
    spec=["13.2", "13.4"],
)
case(
    "remove-display-of-shared",
    "with a display what it showed goes",
    file(bundle({JSON: payload("y", 1), "text/plain": ["one"]}, mark("x", False, True))),
    removing("x"),
    become(data("y", 1)),
    spec=["13.2", "13.4"],
)
case(
    "remove-leaves-text",
    "an output that shows something of its own stays",
    file(bundle({JSON: payload("x", 1), "text/plain": ["own"]}, mark("x"))),
    removing("x"),
    become(bundle({"text/plain": ["own"]})),
    spec=["13.2", "13.4"],
)
case(
    "remove-leaves-stream",
    "a stream that bore a scrap stays a stream",
    file({"data": {JSON: payload("x", 1)}, "name": "stdout", "output_type": "stream", "text": ["said\n"]}),
    removing("x"),
    become({"data": {}, "name": "stdout", "output_type": "stream", "text": ["said\n"]}),
    spec=["13.2", "13.4"],
)
case(
    "remove-separates",
    "a display does not come to complete data that it did not complete",
    file(data("y", 1), data("x", 2), display("y")),
    removing("x"),
    become(data("y", 1), SEPARATOR, display("y")),
    spec=["13.2", "13.4"],
)
TWICE = '"application\\/scrapbook.scrap.json+json": 1,\n      '
SHOWING = file(bundle({JSON: payload("x", 1), "text/plain": ["own"]}))
HELD = SHOWING.content[
    SHOWING.content.index(b'"application/') : SHOWING.content.index(b'"text/plain"')
].decode()
case(
    "remove-duplicate-key",
    "of a key that occurs twice both go",
    Shaped(SHOWING.content.replace(HELD.encode(), (TWICE + HELD).encode()), WHY),
    removing("x"),
    become(bundle({"text/plain": ["own"]})),
    allowed=[TWICE + HELD],
    spec=["13.1", "13.4"],
)
case(
    "remove-invalid",
    "a bad payload can be removed",
    file(bundle({JSON: {"name": "x"}}), data("y", 1)),
    removing("x"),
    become(data("y", 1)),
    spec=["13.4"],
)
case(
    "remove-and-set",
    "a scrap that was removed and set again is new",
    file(data("x", 1), STREAM),
    [removing("x"), setting("x", 2)],
    lambda notebook: (become(STREAM)(notebook), added(data("x", 2))(notebook)) and notebook,
    spec=["13.1"],
)
