"""What encoders make of payload data: json, text, display, pandas, and a caller's own."""

import os

from kernel import IMPORT, run_with
from shapes import JSON, SCRAP, Raw, bundle, code, data, holding, payload
from suite import Glued, Group, Made, Shown, at, failing, glued, scrap, shaped

group = Group("encoders", ["4.2"])
case = group.case
WHY = "glue decodes a text before it writes it as json"

# -- json
for word, texts, note in [
    ("text", ["hello", "a b", "ä"], "text that is no JSON stays text"),
    ("integer", ["123", "-5", "0"], "text that is an integer becomes one"),
    ("fraction", ["1.0", "-0.5", "1e5", "1E400"], "text that is a number becomes one"),
    ("minus-zero", ["-0", "-0.0"], "-0 in a text is the integer 0, -0.0 the negative zero"),
    ("white-space", [" 123\n", "\t[1]\r\n"], "JSON in a text may have white space around"),
    ("array", ['[1, "2", [3]]', "[]"], "text that is an array becomes one"),
    ("object", ['{"a": {"b": null}}', "{}"], "text that is an object becomes one"),
    ("literals", ["true", "false"], "true and false in a text are booleans"),
    ("nan", ["NaN", "Infinity", "-Infinity", "[NaN]"], "NaN and infinities in a text are numbers"),
    ("inner-text", ['"5"', '"\\"deep\\""'], "a text that holds a JSON text is that text"),
    ("decoded-once", ['"[1]"', '["[1]"]'], "what was decoded is not decoded again"),
    ("nothing", ["", " ", "\n"], "a text without JSON in it stays"),
    ("other-nan", ["nan", "inf", "-nan", "+Infinity", "None", "True"], "other names stay text"),
    (
        "bad-numbers",
        ["+1", "01", "1.", ".5", "1e", "0x10", "1_000", "--1"],
        "what is nearly a number stays text",
    ),
    (
        "bad-containers",
        ["[1,]", '{"a":1,}', "[1", "{a: 1}", "{'a': 1}", "]"],
        "what is nearly a container stays text",
    ),
    ("bad-literals", ["tru", "nul", "truefalse", "true x"], "what is nearly a literal stays text"),
    (
        "other-white-space",
        ["\u00a01", "\ufeff1", "1\u000b", "\f1", "\u20281"],
        "other white space makes it no JSON",
    ),
    ("bad-strings", ['"a', '"a\nb"', "'a'", '"\\x"', '"\t"'], "what is nearly a text stays with its quotes"),
    ("two-values", ["1 2", "{}{}", "[] x"], "two values are no JSON"),
    ("duplicate-keys", ['{"a": 1, "b": 0, "a": 2}'], "of a key that occurs twice in a text the last counts"),
    ("escapes", ['"\\u0041\\ud83d\\ude00"', '["\\u2028"]'], "escapes in a text are resolved"),
    ("big-integer", ["123456789012345678901234567890"], "a big integer in a text is exact"),
]:
    case(
        f"encoders-json-{word}",
        note,
        shaped(WHY, code(*[data(f"x{index}", text) for index, text in enumerate(texts)])),
        text_at={f"x{index}": at(0, index, JSON, "data") for index in range(len(texts))},
    )
case(
    "encoders-json-glued-text",
    "a text that Python glues as json is what it holds",
    glued('sb.glue("x", "[1, 2.0]", "json")'),
)
case(
    "encoders-json-text-inside",
    "texts inside arrays and objects are not decoded",
    glued('sb.glue("x", ["1", {"a": "[2]"}])'),
)
case(
    "encoders-json-null",
    "a text that is null is null",
    shaped(WHY, code(data("x", "null"), data("y", " null "))),
    spec=["4.2", "6.4"],
)
for word, text, code_ in [("digits", "1" * 4301, "json-integer-digits")]:
    case(
        f"encoders-json-{word}-limit",
        "an integer of too many digits in a text fails",
        shaped(WHY, code(data("x", text), data("y", 1))),
        expect={"scraps": [scrap("x", failing(code_, at(0, 0, JSON))), scrap("y", 1)]},
        differs="the reference fails with a ValueError, for all scraps",
    )
case(
    "encoders-json-depth-limit",
    "a text that is JSON but nested too deep fails",
    shaped(WHY, code(data("x", "[" * 10001 + "]" * 10001), data("y", 1))),
    expect={"scraps": [scrap("x", failing("json-depth", at(0, 0, JSON))), scrap("y", 1)]},
    differs="the reference fails with a RecursionError, for all scraps",
    spec=["4.2", "15"],
)

# -- text
TEXT = {"spec": ["4.3", "10.5"]}
NOT_TEXT = "glue writes text only as text"
case("encoders-text", "text is the value", glued('sb.glue("x", "hello")'), spec=["4.3"])
case(
    "encoders-text-of-number",
    "a number glued as text is its text",
    glued('sb.glue("x", 1.5, "text")'),
    **TEXT,
)
for word, text, note in [
    ("integer", "12", "an integer"),
    ("1-0", "1.0", "1.0"),
    ("1e16", "1e16", "1e16"),
    ("1e5", "1E5", "1E5"),
    ("1e-05", "0.00001", "0.00001"),
    ("1e22", "1e22", "1e22"),
    ("minus-0", "-0", "-0"),
    ("minus-0-0", "-0.0", "-0.0"),
    ("1e400", "1e400", "1e400"),
    ("nan", "NaN", "NaN"),
    ("big", "123456789012345678901234567890", "a big integer"),
    ("long-fraction", "0.1000000000000000055511", "a long fraction"),
    ("true", "true", "true"),
    ("false", "false", "false"),
]:
    case(
        f"encoders-text-{word}",
        f"{note} as data of encoder text is its text in Python",
        shaped(NOT_TEXT, code(data("x", Raw(text), "text"))),
        **TEXT,
    )
for word, value, note in [("array", [1, "a"], "an array"), ("object", {"a": 1}, "an object")]:
    case(
        f"encoders-text-{word}",
        f"{note} is no text",
        shaped(NOT_TEXT, code(data("x", value, "text"), data("y", 1))),
        expect={
            "scraps": [
                scrap("x", failing("encoder-text-not-string", at(0, 0, SCRAP.format("text"))), "text"),
                scrap("y", 1),
            ]
        },
        differs="the reference gives Python's repr",
        spec=["4.3"],
    )

# -- display
case(
    "encoders-display-payload",
    "a payload of encoder display is listed, its value fails",
    shaped("glue writes no payload with encoder display", code(data("x", 1, "display"), data("y", 2))),
    expect={
        "scraps": [
            scrap(
                "x",
                failing("encoder-display-payload", at(0, 0, SCRAP.format("display"))),
                "display",
                rawData={"$number": "1"},
            ),
            scrap("y", 2),
        ]
    },
    differs="the reference fails with a NotImplementedError, for all scraps",
    spec=["4.1", "4.4"],
)

# -- unknown
UNKNOWN = {"differs": "the reference can then read no scrap at all", "spec": ["4.1", "12.6"]}
for word, encoder, note in [
    ("arrow", "arrow", "an unknown encoder"),
    ("empty", "", "the empty encoder"),
    ("capitals", "JSON", "an encoder in capitals"),
    ("proto", "__proto__", "the encoder __proto__"),
]:
    case(
        f"encoders-unknown-{word}",
        f"a scrap of {note} is listed, its value fails",
        shaped(
            "glue writes with encoders that it knows",
            code(holding(payload("x", {"a": 1.0}, encoder)), data("y", 2)),
        ),
        expect={
            "scraps": [
                scrap(
                    "x",
                    failing("encoder-unknown", at(0, 0, JSON)),
                    encoder,
                    rawData={"$object": [["a", {"$number": "1.0"}]]},
                ),
                scrap("y", 2),
            ]
        },
        **UNKNOWN,
    )
case(
    "encoders-unknown-is-data",
    "a scrap whose value fails is a data scrap",
    shaped("glue writes with encoders that it knows", code(data("x", 1, "arrow"))),
    expect={"dataScraps": ["x"], "displayScraps": []},
    differs="the reference can then read no scrap at all",
    spec=["6.4"],
)
case(
    "encoders-unknown-with-display",
    "a scrap of an unknown encoder has its display",
    shaped(
        "glue writes with encoders that it knows",
        code(
            bundle(
                {JSON: payload("x", 1, "arrow"), "text/plain": "one"},
                {"scrapbook": {"name": "x", "display": True}},
            )
        ),
    ),
    expect={"scraps": [scrap("x", failing("encoder-unknown", at(0, 0, JSON)), "arrow", Shown(0, 0))]},
    **UNKNOWN,
)

# -- a caller's own
OWN = (
    "import datetime\n"
    "class DateEncoder:\n"
    '    def name(self): return "date"\n'
    "    def encodable(self, data): return isinstance(data, datetime.date)\n"
    "    def encode(self, scrap, **kwargs): return scrap._replace(data=scrap.data.isoformat())\n"
    "    def decode(self, scrap, **kwargs): return scrap._replace(data=datetime.date.fromisoformat(scrap.data))\n"
    "sb.encoders.registry.register(DateEncoder())\n"
)
END = "\nsb.encoders.registry.deregister('date')"
case(
    "encoders-own",
    "a caller's encoder decodes what Python's glued",
    Glued([f'sb.glue("x", datetime.date(2020, 2, 29))\nsb.glue("y", 1){END}'], IMPORT + OWN),
    options={"encoders": ["date"]},
    spec=["4.1"],
)
case(
    "encoders-own-not-given",
    "a caller's encoder that is not given is unknown",
    "encoders/encoders-own.ipynb",
    expect={
        "scraps": [
            scrap(
                "x", failing("encoder-unknown", at(0, 0, SCRAP.format("date"))), "date", rawData="2020-02-29"
            ),
            scrap("y", 1),
        ]
    },
    **UNKNOWN,
)
case(
    "encoders-own-in-record",
    "a caller's encoder decodes records",
    shaped(
        "papermill writes records no more", code(bundle({"application/papermill.record+upper": {"x": "ABC"}}))
    ),
    options={"encoders": ["upper"]},
    spec=["4.1", "7"],
)
FAILING = {"spec": ["4.6"], "differs": "the encoder's error hides every scrap"}
case(
    "encoders-own-fails",
    "a caller's encoder that throws is the failure of that value alone",
    shaped("glue calls encode, which throws", code(data("x", 1, "broken"), data("y", 2))),
    options={"encoders": ["broken"]},
    expect={
        "scraps": [
            scrap("x", failing("encoder-decode-failed", at(0, 0, SCRAP.format("broken"))), "broken"),
            scrap("y", 2),
        ]
    },
    **FAILING,
)
case(
    "encoders-own-bad-data",
    "data that a caller's encoder does not take is the failure of that value",
    shaped(
        "glue writes dates that are dates", code(data("x", "soon", "date"), data("y", "2020-02-29", "date"))
    ),
    options={"encoders": ["date"]},
    expect={
        "scraps": [
            scrap("x", failing("encoder-decode-failed", at(0, 0, SCRAP.format("date"))), "date"),
            scrap("y", "date:2020-02-29", "date"),
        ]
    },
    **FAILING,
)
case(
    "encoders-own-null",
    "an encoder is not asked for a scrap without data",
    glued('sb.glue("x", 1, "display", display=True)'),
    options={"encoders": ["broken"]},
    spec=["12.6"],
)

# -- pandas, as those see it who cannot read frames
PANDAS = {"spec": ["4.5"], "requires": ["read"]}
case(
    "encoders-pandas-listed",
    "a frame is listed with its encoder",
    glued('import pandas\nsb.glue("x", pandas.DataFrame({"a": [1, 2]}))\nsb.glue("y", 1)'),
    expect={"scraps": [{"name": "x", "encoder": "pandas", "display": None}, scrap("y", 1)]},
    **PANDAS,
)
case(
    "encoders-pandas-is-data",
    "a frame is a data scrap",
    glued('import pandas\nsb.glue("x", pandas.DataFrame({"a": [1, 2]}))'),
    members=["dataScraps", "displayScraps"],
    **PANDAS,
)
case(
    "encoders-pandas-bad-base64",
    "a frame that cannot be decoded hides nothing else",
    shaped("pandas writes base64", code(data("x", "?", "pandas"), data("y", 1))),
    expect={"scraps": [{"name": "x", "encoder": "pandas", "rawData": "?"}, scrap("y", 1)]},
    differs="the failure hides every scrap",
    spec=["4.5", "12.6"],
)


def pandas2() -> bytes:
    """SCRAPBOOK_PANDAS2_PYTHON is a Python with requirements-pandas2.txt."""
    cell = 'import pandas\nassert pandas.__version__ < "3"\nsb.glue("x", pandas.DataFrame({"a": [1, 2], "b": ["c", None]}))\nsb.glue("y", 1)'
    return run_with(os.environ["SCRAPBOOK_PANDAS2_PYTHON"], [cell])


case(
    "encoders-pandas-2-listed",
    "a frame that pandas 2 glued is listed with its encoder",
    Made(pandas2, "a kernel with pandas 2.3.3"),
    expect={"scraps": [{"name": "x", "encoder": "pandas", "display": None}, scrap("y", 1)]},
    **PANDAS,
)
