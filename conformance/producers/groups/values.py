"""Every JSON type as data, nested and empty."""

from shapes import Members, Raw, code, data, notebook, write
from suite import Group, glued, raw, shaped

group = Group("values", ["10.1"])
case = group.case

for word, source, note in [
    ("true", "True", "true is data"),
    ("false", "False", "false is data"),
    ("zero", "0", "the number 0 is data"),
    ("empty-array", "[]", "an empty array is data"),
    ("empty-object", "{}", "an empty object is data"),
    ("array", '[1, "two", None, True, [], {}]', "an array may hold every type"),
    ("object", '{"a": 1, "b": "two", "c": None, "d": [1], "e": {"f": {}}}', "an object may hold every type"),
    ("null-inside", "[None, {'a': None}]", "null may stand inside"),
    ("nested-empty", "[[[]], {'': {'': []}}]", "empty containers may be nested"),
    ("depth-100", "eval('[' * 100 + '1' + ']' * 100)", "a hundred arrays may be nested"),
    ("tuple", "[(1, 2), (3,)]", "tuples inside are arrays"),
    ("matrix", "[[i * j for j in range(20)] for i in range(20)]", "a matrix is read"),
    ("integer-keys", '{2: "b", 1: "a"}', "integer keys become text"),
    ("date-inside", "[__import__('datetime').date(2020, 2, 29)]", "a date inside arrives as text"),
    ("bytes-inside", "[b'abc']", "bytes inside arrive as base64"),
    ("set-inside", "[{1}]", "a set inside arrives as an array"),
]:
    case(f"values-{word}", note, glued(f'sb.glue("x", {source})'))

UNSORTED = "Jupyter sorts keys"
case(
    "values-key-order",
    "members keep the order of the file",
    raw(UNSORTED, write(notebook(code(data("x", {"b": 1, "a": 2, "10": 3, "9": 4, "": 5}))), sort=False)),
)
case(
    "values-duplicate-keys",
    "of a key that occurs twice the last value counts, at the first place",
    shaped("Python's json writes a key once", code(data("x", Members(("a", 1), ("b", 2), ("a", 3))))),
    spec=["1.2"],
)
case(
    "values-duplicate-keys-escaped",
    "keys are the same however they are escaped",
    raw(
        "Python's json writes a key once",
        write(notebook(code(data("x", {"a": 1, "A": 2})))).replace(b'"A"', b'"\\u0061"'),
    ),
    spec=["1.2"],
)
case(
    "values-odd-keys",
    "members may have any key",
    shaped(
        "one file for many keys",
        code(
            data(
                "x",
                {
                    "__proto__": {"a": 1},
                    "constructor": 2,
                    "": 3,
                    "a/b": 4,
                    "~": 5,
                    "😀": 6,
                    "toString": 7,
                    "$number": "8",
                },
            )
        ),
    ),
)
case(
    "values-white-space",
    "white space inside data means nothing, and is in the source",
    shaped("Jupyter writes its own white space", code(data("x", Raw('[ 1 ,\t2\r\n, { "a" : [ ] } ]')))),
)
case(
    "values-depth-200",
    "200 arrays may be nested",
    shaped("the text tests one thing", code(data("x", Raw("[" * 200 + "]" * 200)))),
)
DEEP = "[" * 1500 + "]" * 1500
case(
    "values-depth-1500",
    "1,500 arrays may be nested",
    shaped("Python's json nests less", code(data("x", Raw(DEEP)))),
    expect={"scraps": [{"name": "x", "encoder": "json", "source": DEEP}]},
    differs="the reference fails with a RecursionError",
    spec=["10.1", "15"],
)
