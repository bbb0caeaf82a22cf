"""What glueing emits: recorded from scrapbook's own display calls, without a kernel."""

import json

from suite import Group
from values import tag

group = Group("encode", ["11.1", "11.2"], level="gluer")
SURROGATE = {"$string16": "0061D800"}


def tagged(value: object) -> object:
    """A value in tagged form, of which parts may be tagged already."""
    if isinstance(value, list):
        return [tagged(item) for item in value]
    known = isinstance(value, dict) and any(key.startswith("$") for key in value)
    return value if known else tag(value)


def ask(value: object, name: object = "x", **more: object) -> dict:
    return {"op": "encode", "name": name, "value": tagged(value), **more}


def case(id: str, description: str, run: dict, **more: object) -> None:
    group.case(f"encode-{id}", description, run=run, **more)


def emitted(value: object, encoder: str = "json", name: str = "x") -> dict:
    """The data output of §11.2."""
    payload = [
        ["name", name],
        ["data", tagged(value)],
        ["encoder", encoder],
        ["version", tag(1)],
    ]
    return {
        "outputType": "display_data",
        "data": {"$object": [[f"application/scrapbook.scrap.{encoder}+json", {"$object": payload}]]},
        "metadata": {
            "$object": [["scrapbook", {"$object": [["name", name], ["data", True], ["display", False]]}]]
        },
    }


def only(value: object, encoder: str = "json") -> dict:
    return {"outputs": [emitted(value, encoder)]}


# -- the built-in encoders
for word, value, note in [
    ("text", "hello", "text is glued as text"),
    ("empty-text", "", "the empty text is glued"),
    ("text-of-any-kind", 'a\n"b"\\\t\u0000\u007fä\u2028😀', "text of any kind is glued as it is"),
    ("text-like-json", "[1, 2]", "text that looks like JSON is glued as text"),
    ("true", True, "true is glued as json"),
    ("false", False, "false is glued as json"),
    ("integer", 5, "an integer is glued as json"),
    ("negative", -5, "a negative integer is glued as json"),
    ("zero", 0, "0 is glued"),
    ("fraction", 0.1, "a fraction is glued as json"),
    ("minus-zero", -0.0, "the negative zero keeps its sign"),
    ("1-0", 1.0, "1.0 is glued as a number"),
    ("1e16", 1e16, "1e16 is glued"),
    ("small", 1e-7, "a small number is glued"),
    ("2-53-and-1", 2**53 + 1, "2^53 + 1 is glued exactly"),
    ("30-digits", 123456789012345678901234567890, "an integer of 30 digits is glued exactly"),
    ("array", [1, "two", None, True, []], "an array is glued as json"),
    ("empty-array", [], "an empty array is glued"),
    ("object", {"b": 1, "a": {"c": None}}, "an object keeps the order of its members"),
    ("empty-object", {}, "an empty object is glued"),
    ("null-inside", [None], "null may stand inside a value that is glued"),
    ("nested", [[[[{"a": [{}]}]]]], "nesting is kept"),
    ("texts-inside", ["1", {"a": "[2]"}], "texts inside are not encoded"),
    ("odd-keys", {"__proto__": 1, "": 2, "10": 3, "9": 4, "a/b": 5}, "members may have any name"),
]:
    case(word, note, ask(value))
for word, name, note in [
    ("name-empty", "", "the empty name"),
    ("name-proto", "__proto__", "__proto__"),
    ("name-emoji", "😀", "an emoji"),
    ("name-lines", 'a\n"b"', "a text with line ends"),
]:
    case(word, f"{note} is a name to glue", ask(1, name))

# -- encoders by name
NAMED = {"spec": ["4.1", "11.1"]}
case("encoder-json", "an encoder that is named is taken", ask([1], encoder="json"), **NAMED)
case("encoder-empty", "the empty encoder is none", ask(1, encoder=""), **NAMED)
case(
    "encoder-unknown",
    "an unknown encoder is an error",
    ask(1, encoder="arrow"),
    error=("encoder-unknown", ""),
    **NAMED,
)
case(
    "encoder-date",
    "a caller's encoder takes what it can encode",
    ask({"$other": "date"}),
    options={"encoders": ["date"]},
    **NAMED,
)
case(
    "encoder-upper",
    "a caller's encoder that is named is taken",
    ask("Hello", encoder="upper"),
    options={"encoders": ["upper"]},
    **NAMED,
)
case(
    "encoder-not-first",
    "a caller's encoder comes after the built-in ones",
    ask("hello"),
    options={"encoders": ["upper", "date"]},
    **NAMED,
)
case(
    "encoder-date-inside",
    "a caller's encoder is not asked for values inside",
    ask([{"$other": "date"}]),
    options={"encoders": ["date"]},
    error=("json-unsupported-value", "/0"),
    differs="the reference leaves it to the kernel, which writes text",
    spec=["4.1", "10.4"],
)
case(
    "encoder-fails",
    "an encoder that throws is an error",
    ask(1, encoder="broken"),
    options={"encoders": ["broken"]},
    error=("encoder-encode-failed", ""),
    spec=["4.6"],
)
TEXT = {"spec": ["4.3", "10.5"]}
for word, value, note in [
    ("integer", 12, "an integer"),
    ("fraction", 0.5, "a fraction"),
    ("big", 1e16, "1e16"),
    ("true", True, "true"),
    ("minus-zero", -0.0, "the negative zero"),
]:
    case(f"as-text-{word}", f"{note} glued as text is its text in Python", ask(value, encoder="text"), **TEXT)
for word, value, note in [("array", [1], "an array"), ("object", {"a": 1}, "an object")]:
    case(
        f"as-text-{word}",
        f"{note} cannot be glued as text",
        ask(value, encoder="text"),
        error=("encoder-not-encodable", ""),
        differs="the reference writes Python's repr",
        spec=["4.3"],
    )
JSONS = {
    "spec": ["4.2"],
    "differs": "the reference writes what the text holds, and fails if it holds no JSON",
}
for word, value, note in [
    ("number", "5", "that is a number"),
    ("array", "[1, 2]", "that is an array"),
    ("word", "hello", "that is no JSON"),
    ("quotes", 'say "hi"\n', "with quotes"),
    ("null", "null", "that is null"),
]:
    case(
        f"as-json-{word}",
        f"a text {note} is glued as json so that it comes back",
        ask(value, encoder="json"),
        expect=only(json.dumps(value)),
        **JSONS,
    )

# -- what cannot be glued
for word, note in [("date", "a date"), ("set", "a set"), ("bytes", "bytes"), ("function", "a function")]:
    case(
        f"not-{word}",
        f"{note} has no encoder",
        ask({"$other": word}),
        error=("encoder-not-encodable", ""),
        spec=["4.1"],
    )
case(
    "not-undefined",
    "what is undefined has no encoder",
    ask({"$other": "undefined"}),
    error=("encoder-not-encodable", ""),
    spec=["4.1"],
    none="Python has no undefined",
)
case("not-null", "null has no encoder", ask(None), error=("encoder-not-encodable", ""), spec=["4.1"])
case(
    "not-null-as-json",
    "null cannot be glued as json",
    ask(None, encoder="json"),
    error=("encoder-not-encodable", ""),
    spec=["4.2"],
    differs="the reference checks the payload it made",
)
case(
    "not-set-as-json",
    "a set is no JSON",
    ask({"$other": "set"}, encoder="json"),
    error=("json-unsupported-value", ""),
    spec=["10.4"],
    differs="the reference checks the payload it made",
)
UNSUPPORTED = {"spec": ["10.4"], "differs": "the reference leaves it to the kernel"}
case(
    "inside-set",
    "a set inside is an error with its path",
    ask({"$object": [["a/b", [1, {"$other": "set"}]]]}),
    error=("json-unsupported-value", "/a~1b/1"),
    **UNSUPPORTED,
)
case(
    "inside-function",
    "a function inside is an error with its path",
    ask([{"$other": "function"}]),
    error=("json-unsupported-value", "/0"),
    **UNSUPPORTED,
)
case(
    "cycle",
    "what contains itself is an error",
    ask({"$other": "cycle"}),
    error=("json-cycle", "/0"),
    spec=["10.4"],
    differs="the reference fails with a RecursionError",
)
FINITE = {"spec": ["10.3"], "differs": "the reference leaves it to the kernel, which writes text or null"}
for word, value in [("nan", "NaN"), ("infinity", "Infinity"), ("minus-infinity", "-Infinity")]:
    case(word, f"{value} is refused", ask({"$number": value}), error=("json-non-finite", ""), **FINITE)
case(
    "nan-inside",
    "NaN inside is refused, with its path",
    ask({"$object": [["a", [1, {"$number": "NaN"}]]]}),
    error=("json-non-finite", "/a/1"),
    **FINITE,
)
case(
    "first-fault",
    "of several faults the first in the order of writing is told",
    ask([{"$number": "NaN"}, SURROGATE]),
    error=("json-non-finite", "/0"),
    spec=["10.4"],
    differs="the reference leaves it to the kernel",
)
CHOICE = {"spec": ["10.3"], "none": "the reference has no such choice"}
NONFINITE = ask(
    {
        "$object": [
            ["a", {"$number": "NaN"}],
            ["b", {"$number": "Infinity"}],
            ["c", {"$number": "-Infinity"}],
            ["d", tag(1.5)],
        ]
    }
)
case(
    "non-finite-text",
    "with nonFinite string they are text",
    NONFINITE | {"nonFinite": "string"},
    expect=only({"a": "NaN", "b": "Infinity", "c": "-Infinity", "d": 1.5}),
    **CHOICE,
)
case(
    "non-finite-null",
    "with nonFinite null they are null",
    NONFINITE | {"nonFinite": "null"},
    expect=only({"a": None, "b": None, "c": None, "d": 1.5}),
    **CHOICE,
)
case(
    "non-finite-literal",
    "with nonFinite literal they are as Python writes them",
    NONFINITE | {"nonFinite": "literal"},
    expect=only(NONFINITE["value"]),
    **CHOICE,
)
case(
    "nan-as-null",
    "NaN alone cannot be null",
    ask({"$number": "NaN"}, nonFinite="null"),
    error=("json-non-finite", ""),
    **CHOICE,
)
case(
    "nan-as-text",
    "NaN alone may be a text",
    ask({"$number": "NaN"}, nonFinite="string"),
    expect=only("NaN"),
    **CHOICE,
)
LONE = {"spec": ["10.4"], "differs": "the reference leaves it to the kernel, which fails"}
case(
    "lone-surrogate", "a lone surrogate is refused", ask(SURROGATE), error=("json-lone-surrogate", ""), **LONE
)
case(
    "lone-surrogate-inside",
    "a lone surrogate inside is refused, with its path",
    ask(["a", SURROGATE]),
    error=("json-lone-surrogate", "/1"),
    **LONE,
)
case(
    "lone-surrogate-in-name",
    "a lone surrogate in a name is refused",
    ask(1, SURROGATE),
    error=("json-lone-surrogate", ""),
    spec=["11.1"],
    differs="the reference leaves it to the kernel, which fails",
)
case(
    "name-number",
    "a name that is no text is refused",
    ask(1, tag(5)),
    error=("usage-argument", ""),
    spec=["11.1"],
    differs="the reference checks the payload it made",
)
case(
    "name-null",
    "a missing name is refused",
    ask(1, None),
    error=("usage-argument", ""),
    spec=["11.1"],
    differs="the reference checks the payload it made",
)

# -- displays
SHOW = {"spec": ["11.1", "11.3"]}


def bundle(metadata: dict | None = None, **data: object) -> dict:
    return {"data": tag(data), "metadata": tag(metadata or {})}


BOTH = bundle(**{"text/plain": "one", "text/html": "<b>1</b>"})
case("display-true", "a display is emitted after the data", ask(1, display=True, bundle=BOTH), **SHOW)
case(
    "display-false", "without a display the data alone is emitted", ask(1, display=False, bundle=BOTH), **SHOW
)
case("display-not-said", "a display that is not asked for is not emitted", ask(1, bundle=BOTH), **SHOW)
case(
    "display-include",
    "a display includes the MIME types that are named",
    ask(1, display={"include": ["text/html"]}, bundle=BOTH),
    **SHOW,
)
case(
    "display-include-none",
    "naming no MIME type to include is not asking",
    ask(1, display={"include": []}, bundle=BOTH),
    **SHOW,
)
case(
    "display-include-other",
    "a display may come out empty",
    ask(1, display={"include": ["n/a"]}, bundle=BOTH),
    **SHOW,
)
case(
    "display-exclude",
    "a display leaves out the MIME types that are named",
    ask(1, display={"exclude": ["text/html"]}, bundle=BOTH),
    **SHOW,
)
case(
    "display-metadata",
    "a display keeps the bundle's own metadata",
    ask(
        "a",
        display=True,
        bundle=bundle({"text/html": {"isolated": True}, "a": 1}, **{"text/plain": "one", "text/html": "<b>"}),
    ),
    **SHOW,
)
case(
    "display-metadata-scrapbook",
    "scrapbook metadata that a bundle brings is replaced",
    ask("a", display=True, bundle=bundle({"scrapbook": {"name": "y", "more": 1}}, **{"text/plain": "one"})),
    **SHOW,
)
case(
    "display-named",
    "with encoder display nothing but the display is emitted",
    ask(1, encoder="display", bundle=BOTH),
    **SHOW,
)
case(
    "display-named-false",
    "with encoder display and no display nothing is emitted",
    ask(1, encoder="display", display=False, bundle=BOTH),
    **SHOW,
)
case("display-value", "a display is glued as a display", ask({"$display": BOTH}), **SHOW)
case(
    "display-value-false",
    "a display with display false emits nothing",
    ask({"$display": BOTH}, display=False),
    **SHOW,
)
case(
    "display-unencodable",
    "a value without an encoder is emitted as the display asked for",
    ask({"$other": "set"}, display=True, bundle=BOTH),
    spec=["4.1", "11.3"],
)
case(
    "display-empty-name",
    "a display with the empty name is refused",
    ask(1, "", display=True, bundle=BOTH),
    error=("usage-argument", ""),
    spec=["11.1"],
    differs="the reference writes a display that cannot be found",
)
