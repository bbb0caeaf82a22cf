"""What `papermill --help-notebook` is told of a parameters cell."""

import unittest

from papermill.models import Parameter

from papermill_typescript.parameters_cell import parameters_of

CELLS = [
    ('let ticker = "AAA";', [("ticker", "string", '"AAA"', "")]),
    ("const days: number = 30 // how many", [("days", "number", "30", "how many")]),
    ("export var rate = -1.5e-3; /* a year */", [("rate", "number", "-1.5e-3", "a year")]),
    ("let a = 1, // first\n    b = true;", [("a", "number", "1", "first"), ("b", "boolean", "true", "")]),
    (
        "let a: Map<string, number> = new Map(), c",
        [("a", "Map<string, number>", "new Map()", ""), ("c", "NoneType", "undefined", "")],
    ),
    ('let mode: "fast" | "slow" = "fast";', [("mode", '"fast" | "slow"', '"fast"', "")]),
    ("let f = (x) => `${x}; // no`;", [("f", "None", "(x) => `${x}; // no`", "")]),
    ('let o = {\n  a: 1, // inside\n  b: "x;y",\n}; // outside', [("o", "object", '{ a: 1, b: "x;y", }', "outside")]),
    ("let n =\n  1 +\n  2\nlet m = [1]", [("n", "None", "1 + 2", ""), ("m", "array", "[1]", "")]),
    ("let u:\n  | 'a'\n  | 'b' = 'a'", [("u", "| 'a' | 'b'", "'a'", "")]),
    (
        "let i = 9007199254740993n, x = NaN, z = null",
        [("i", "bigint", "9007199254740993n", ""), ("x", "number", "NaN", ""), ("z", "NoneType", "null", "")],
    ),
    ("// let a = 1\n/* let b = 2 */\nlet c = 3; // of\n// alone", [("c", "number", "3", "of")]),
    ("let a = 1; let a = 2", [("a", "number", "2", "")]),
    ("a = 1; f(); letter = 2; interface X { let: number }", []),
    ("let", []),
    ("let {a, b} = c;", []),
    ("let a = 'torn", [("a", "None", "'torn", "")]),
    ("", []),
]


class ParametersCell(unittest.TestCase):
    def test_declarations_are_found_with_type_default_and_comment(self) -> None:
        for source, expected in CELLS:
            with self.subTest(source=source):
                self.assertEqual(parameters_of(source), [Parameter(*each) for each in expected])

    def test_a_large_cell_takes_no_longer_than_its_length(self) -> None:
        many = 20_000
        self.assertEqual(
            len(parameters_of("let a%d = 1, b%d;\n" * many % tuple(i for n in range(many) for i in (n, n)))), 2 * many
        )


if __name__ == "__main__":
    unittest.main()
