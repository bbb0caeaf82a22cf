"""What is written into the injected cell."""

import datetime
import unittest

from papermill.exceptions import PapermillException
from papermill.translators import papermill_translators

CELLS = {
    ("deno", "typescript"): "// Parameters\nglobalThis.n ??= undefined; n = 1;\nundefined;\n",
    ("my-deno", "typescript"): "// Parameters\nglobalThis.n ??= undefined; n = 1;\nundefined;\n",
    ("tslab", "typescript"): "// Parameters\nlet n: any = 1;\n",
    ("jslab", "javascript"): "// Parameters\nlet n = 1;\n",
    ("javascript", "javascript"): "// Parameters\nglobalThis.n ??= undefined; n = 1;\nundefined;\n",
}
VALUES = [
    (None, "null"),
    (True, "true"),
    ("a\"'\\\n\u2028é${x}", r'''"a\"'\\\n\u2028\u00e9${x}"'''),
    (2**53 - 1, "9007199254740991"),
    (2**53, "9007199254740992n"),
    (-(2**53) + 1, "-9007199254740991"),
    (-(2**64), "-18446744073709551616n"),
    (1.0, "1.0"),
    (-0.0, "-0.0"),
    (1e300, "1e+300"),
    (float("nan"), "NaN"),
    (float("inf"), "Infinity"),
    (float("-inf"), "-Infinity"),
    ([1, [], (2, None)], "[1, [], [2, null]]"),
    ({"a": {}, 1: 2, None: True}, '{"a": {}, "1": 2, "null": true}'),
    ({"__proto__": 1}, '{["__proto__"]: 1}'),
    (datetime.date(2020, 2, 29), '"2020-02-29"'),
]


class Translator(unittest.TestCase):
    def test_each_kernel_gets_variables_as_it_takes_them(self) -> None:
        for (kernel, language), cell in CELLS.items():
            with self.subTest(kernel=kernel):
                translator = papermill_translators.find_translator(kernel, language)
                self.assertEqual(translator.codify({"n": 1}), cell)

    def test_values_are_written_as_the_language_writes_them(self) -> None:
        translator = papermill_translators.find_translator("deno", "typescript")
        for value, text in VALUES:
            with self.subTest(value=value):
                self.assertEqual(translator.translate(value), text)

    def test_a_comment_stays_on_its_line(self) -> None:
        translator = papermill_translators.find_translator("tslab", "typescript")
        self.assertEqual(translator.codify({}, "by\nme"), "// by me\n")

    def test_what_cannot_name_a_variable_is_refused(self) -> None:
        translator = papermill_translators.find_translator("deno", "typescript")
        for name in ("my-name", "1st", "a b", "", "a;b"):
            with self.subTest(name=name), self.assertRaisesRegex(PapermillException, "cannot be the name"):
                translator.codify({name: 1})
        self.assertIn("$a_1 = 1;", translator.codify({"$a_1": 1}))


if __name__ == "__main__":
    unittest.main()
