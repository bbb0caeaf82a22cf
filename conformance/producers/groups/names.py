"""Names at every edge."""

from shapes import JSON, Raw, bundle, code, data, payload
from suite import Group, glued, shaped

group = Group("names", ["3.1"])
case = group.case
SURROGATE = "nbformat cannot write a lone surrogate"

for word, name, note in [
    ("empty", "", "a name may be empty"),
    ("space", " ", "a name may be a space"),
    ("proto", "__proto__", "__proto__ is a name"),
    ("constructor", "constructor", "constructor is a name"),
    ("to-string", "toString", "toString is a name"),
    ("has-own-property", "hasOwnProperty", "hasOwnProperty is a name"),
    ("python", "__class__", "__class__ is a name"),
    ("items", "items", "a name may be that of a mapping's method"),
    ("length", "length", "length is a name"),
    ("slash", "a/b", "a slash is part of a name"),
    ("tilde", "a~1b~0", "tildes are part of a name"),
    ("dot", "a.b[0]", "dots and brackets are part of a name"),
    ("quotes", "\"'\\", "quotes and backslashes are part of a name"),
    ("line-end", "a\nb", "a line end is part of a name"),
    ("nul", "a\0b", "NUL is part of a name"),
    ("emoji", "😀", "an emoji is a name"),
    ("number", "10", "a name may look like a number"),
    ("null", "null", "a name may be null"),
    ("long", "n" * 300, "a name may be long"),
]:
    case(f"names-{word}", note, glued(f"sb.glue({name!r}, 1)"))
case(
    "names-order-of-numbers",
    "names that look like numbers keep file order",
    glued('for name in ["b", "10", "9", "a", "1"]:\n    sb.glue(name, 1)'),
    spec=["3.1", "6.1"],
)
case(
    "names-proto-with-others",
    "__proto__ among other names changes nothing else",
    glued('sb.glue("a", 1)\nsb.glue("__proto__", {"b": 2})\nsb.glue("b", 3)'),
)
case("names-capitals", "names differ by case", glued('sb.glue("X", 1)\nsb.glue("x", 2)'))
case(
    "names-lone-surrogate",
    "a name may be a lone surrogate",
    shaped(SURROGATE, code(data(Raw(r'"\ud800"'), 1))),
    spec=["3.1", "10.1"],
)
case(
    "names-surrogates-differ",
    "two lone surrogates are two names",
    shaped(SURROGATE, code(data(Raw(r'"\ud800"'), 1), data(Raw(r'"\ud801"'), 2))),
    spec=["3.1", "10.1"],
)
case(
    "names-escaped-is-same",
    "a name is the same however it is escaped",
    shaped(
        "Python's json writes no such escapes", code(data(Raw(r'"\u0061"'), 1), data("b", 2), data("a", 3))
    ),
)
case(
    "names-empty-display",
    "a display with the empty name is none, data with it is a scrap",
    glued('sb.glue("", 1, display=True)'),
    spec=["3.1", "5.1"],
)
case(
    "names-proto-display",
    "a display may be named __proto__",
    glued('sb.glue("__proto__", 1, "display", display=True)'),
    spec=["5.1"],
)
case(
    "names-in-payload-keys",
    "odd members of a payload do no harm",
    shaped(
        "glue writes four members",
        code(bundle({JSON: payload("x", 1, __proto__={"name": "y"}, constructor=1, toString=None)})),
    ),
)
