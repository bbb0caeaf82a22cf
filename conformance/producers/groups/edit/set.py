"""Setting values."""

from __future__ import annotations

import math

from values import NumberText

from shapes import JSON, RECORD, SCRAP, TEXT
from suite import Shaped

from .group import WHY, bundle, case, data, file, mark, payload, setting
from .shapes import ONE, OUTPUTS, TWO, outputs, payload_of, put, record
from .splices import FOUR

for id, description, value, written in [
    ("number", "a number takes the place of a number", 2, 2),
    ("float", "a float is written as Python writes it", {"$number": "1e-07"}, NumberText("1e-07")),
    (
        "large",
        "a large integer keeps its digits",
        {"$number": "123456789012345678901234567890"},
        NumberText("123456789012345678901234567890"),
    ),
    ("minus-zero", "minus zero is written as a float", {"$number": "-0.0"}, NumberText("-0.0")),
    ("true", "a boolean takes the place of a number", True, True),
    ("array", "an array is laid out as Jupyter would", [1, [], {"a": None}], [1, [], {"a": None}]),
    ("object-order", "an object keeps the order of its members", {"b": 1, "a": 2}, {"b": 1, "a": 2}),
    ("empty", "an empty object stays on its line", {}, {}),
]:
    case(f"set-{id}", description, ONE, setting("x", value), put(written))
case("set-text", "a text stays a text", TWO, setting("y", 'é\n"\u2028'), put('é\n"\u2028', 1, TEXT))
case(
    "set-json-text",
    "a text that is glued as json is written as its JSON text",
    ONE,
    setting("x", "5", encoder="json"),
    put('"5"'),
)
case(
    "set-other-encoder",
    "another encoder brings another MIME type",
    ONE,
    setting("x", "a"),
    lambda notebook: outputs(notebook)[0].__setitem__("data", {TEXT: payload("x", "a", "text")}),
)
case(
    "set-same",
    "the value that is there changes no byte",
    file(data("x", [1, {"a": "é"}])),
    setting("x", [1, {"a": "é"}]),
)
case(
    "set-and-set-back",
    "setting a value and setting the old one back changes no byte",
    TWO,
    [setting("x", "other"), setting("y", [1, 2]), setting("y", "b"), setting("x", 1)],
)
case(
    "set-and-set-back-nested",
    "setting back an object changes no byte",
    file(data("x", {"a": [1, 2.5, "é"]}), layout=FOUR),
    [setting("x", 1), setting("x", {"a": [1, 2.5, "é"]})],
    layout=FOUR,
)
case(
    "set-repeated",
    "of repeated changes the last counts",
    ONE,
    [setting("x", 2), setting("x", [3]), setting("x", 4)],
    put(4),
)
case(
    "set-not-finite",
    "what is not finite is written as it is asked for",
    ONE,
    [setting("x", [math.nan, -math.inf])],
    put([NumberText("NaN"), NumberText("-Infinity")]),
    non_finite="literal",
)
case(
    "set-version-2",
    "a later version becomes 1",
    file(data("x", 1, version=2)),
    setting("x", 2),
    lambda n: (put(2)(n), put(1, key="version")(n)) and n,
)
case(
    "set-version-1-0",
    "a version that is 1 in other words stays",
    Shaped(file(data("x", 1)).content.replace(b'"version": 1', b'"version": 1.0'), WHY),
    setting("x", 2),
    put(2),
)
case(
    "set-more-members",
    "further members of a payload stay",
    file(data("x", 1, more=[1.5])),
    setting("x", 2),
    put(2),
)
case(
    "set-bad-payload",
    "a bad payload is written anew under its key",
    file(bundle({JSON: {"name": "x", "data": None}}, mark("x"))),
    setting("x", "a"),
    lambda notebook: outputs(notebook)[0]["data"].__setitem__(JSON, payload("x", "a", "text")),
    whole=(f"{OUTPUTS}/0/data/application~1scrapbook.scrap.json+json",),
)
case(
    "set-record",
    "a record becomes a payload",
    file(record(x=1, z=2)),
    setting("x", 3),
    lambda notebook: outputs(notebook)[0].__setitem__("data", {JSON: payload("x", 3)}),
    whole=(f"{OUTPUTS}/0/data/application~1papermill.record+json",),
)
case(
    "set-record-beside-payload",
    "a key that is taken is varied",
    file(bundle({RECORD: {"x": 1}, JSON: payload("y", 2)})),
    setting("x", 3),
    lambda notebook: outputs(notebook)[0].__setitem__(
        "data", {SCRAP.format("json-2"): payload("x", 3), JSON: payload("y", 2)}
    ),
    whole=(f"{OUTPUTS}/0/data/application~1papermill.record+json",),
)
case(
    "set-last",
    "the last value of a name is set, and older ones stay",
    file(data("x", 1), data("y", 0), data("x", 2)),
    setting("x", 3),
    put(3, 2),
)
case(
    "set-one-of-two",
    "the other payload of an output stays",
    file(bundle({JSON: payload("x", 1), TEXT: payload("y", "b", "text")}, mark("x"))),
    setting("y", "c"),
    put("c", 0, TEXT),
)
case(
    "set-duplicate-member",
    "the last of equal members is set",
    Shaped(ONE.content.replace(b'"data": 1,', b'"data": 0,\n       "data": 1,'), WHY),
    setting("x", 2),
    lambda notebook: payload_of(notebook).__setitem__("data", 2),
    allowed=['1,\n       "encoder"'],
    regular=False,
)
