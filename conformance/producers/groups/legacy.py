"""papermill's records."""

from shapes import Members, bundle, code, data, notebook, payload, write
from suite import Group, at, failing, raw, scrap, shaped

group = Group("legacy", ["7"])
case = group.case
WHY = "papermill writes records no more"
PREFIX = "application/papermill.record"


def record(value: object, suffix: str = "+json", metadata: object = None) -> dict:
    return bundle({PREFIX + suffix: value}, metadata)


def path(suffix: str = "+json") -> str:
    return at(0, 0, PREFIX + suffix)


case("legacy-record", "a record is a scrap", shaped(WHY, code(record({"x": 1}))))
case(
    "legacy-record-object",
    "a record's value may be an object",
    shaped(WHY, code(record({"x": {"a": [1, None]}}))),
)
case(
    "legacy-record-json-text",
    "a record's text that is JSON is decoded",
    shaped(WHY, code(record({"x": "[1, 2]"}))),
)
case(
    "legacy-text",
    "a record's encoder is what follows the prefix and one character",
    shaped(WHY, code(record({"x": "5"}, "+text"))),
)
case(
    "legacy-any-character",
    "any one character may stand before the encoder",
    shaped(WHY, code(record({"x": "5"}, "/text"))),
)
case(
    "legacy-emoji-character",
    "an emoji before the encoder is one character",
    shaped(WHY, code(record({"x": "5"}, "😀text"))),
)
case(
    "legacy-first-key",
    "of several keys in a record the first counts",
    raw(WHY, write(notebook(code(record({"b": 1, "a": 2}))), sort=False)),
)
case(
    "legacy-duplicate-key",
    "of a key that occurs twice the last value counts",
    shaped(WHY, code(record(Members(("x", 1), ("y", 2), ("x", 3))))),
)
case("legacy-empty", "an empty record is nothing", shaped(WHY, code(record({}))))
case("legacy-empty-name", "a record's name may be empty", shaped(WHY, code(record({"": 1}))))
case(
    "legacy-displayed",
    "a record in an output that papermill displays has both",
    shaped(WHY, code(bundle({PREFIX + "+json": {"x": 1}, "text/plain": "1"}, {"papermill": {"name": "x"}}))),
)
case(
    "legacy-then-glued",
    "a scrap replaces a record of its name",
    shaped(WHY, code(record({"x": 1})), code(data("x", 2))),
)
case(
    "legacy-case-sensitive",
    "the record's MIME type is case-sensitive",
    shaped(WHY, code(record({"x": 1}), bundle({"application/Papermill.record+json": {"y": 1}}))),
)
case(
    "legacy-payload-in-record",
    "a payload under a record's MIME type is read as a record",
    shaped(WHY, code(bundle({PREFIX + "+text": payload("x")}))),
)
case(
    "legacy-two-records",
    "an output may hold two records",
    shaped(WHY, code(bundle({PREFIX + "+json": {"a": 1}, PREFIX + "+text": {"b": "2"}}))),
)
UNKNOWN = "the reference can then read no scrap at all"
case(
    "legacy-unknown-encoder",
    "a record of an unknown encoder is listed, its value fails",
    shaped(WHY, code(record({"x": 1}, "+arrow"), record({"y": 2}))),
    expect={"scraps": [scrap("x", failing("encoder-unknown", path("+arrow")), "arrow"), scrap("y", 2)]},
    differs=UNKNOWN,
)
case(
    "legacy-no-encoder",
    "a record without an encoder has the empty encoder, which is unknown",
    shaped(WHY, code(record({"x": 1}, ""))),
    expect={"scraps": [scrap("x", failing("encoder-unknown", path("")), "")]},
    differs=UNKNOWN,
)
INVALID = {"spec": ["7", "12.4.2"]}
case(
    "legacy-null-value",
    "a record whose value is null is an error",
    shaped(WHY, code(record({"x": None}))),
    error=("payload-record-invalid", path()),
    **INVALID,
)
for word, value, note in [
    ("array", [1], "an array"),
    ("string", "x", "a string"),
    ("number", 1, "a number"),
    ("null", None, "null"),
]:
    case(
        f"legacy-is-{word}",
        f"a record that is {note} is an error",
        shaped(WHY, code(record(value))),
        error=("payload-record-invalid", path()),
        differs="the reference fails with an AttributeError",
        **INVALID,
    )
