"""Parameters in the kernels themselves, given by papermill."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import unittest
from collections.abc import Mapping
from pathlib import Path

import nbformat
import papermill
from nbformat import NotebookNode

KERNELS_FOLDER = Path(__file__).resolve().parents[3] / ".kernels"
LANGUAGES = {"deno": "typescript", "tslab": "typescript", "jslab": "javascript", "ijavascript": "javascript"}
# How each kernel's parameters cell may declare what is given a value.
DECLARATIONS = {
    "deno": ("let", "var"),
    "ijavascript": ("let", "var"),
    "tslab": ("let", "var", "const"),
    "jslab": ("let", "var", "const"),
}
HAS_IJAVASCRIPT = bool(os.environ.get("SCRAPBOOK_IJAVASCRIPT")) or (KERNELS_FOLDER / "bin/ijavascript").exists()

# Text of a list of values; what JSON would lose is written in a way of its own.
TEXT = """JSON.stringify([%s], (_, v) => typeof v === "bigint" ? `${v}n`
  : typeof v === "number" && (!Number.isFinite(v) || Object.is(v, -0)) ? `#${Object.is(v, -0) ? "-0" : v}` : v)"""
VALUES = {
    "text": ("a\"'`\\\n\u2028é${x}</script>", "a\"'`\\\n\u2028é${x}</script>"),
    "nothing": (None, None),
    "flag": (True, True),
    "safe": (2**53 - 1, 2**53 - 1),
    "large": (2**53 + 1, "9007199254740993n"),
    "larger": (-(2**64), "-18446744073709551616n"),
    "ratio": (0.1, 0.1),
    "zero": (-0.0, "#-0"),
    "nan": (float("nan"), "#NaN"),
    "infinities": ([float("inf"), float("-inf")], ["#Infinity", "#-Infinity"]),
    "nested": ({"a": [1, None, {"b c": {}}], "é": 2**60}, {"a": [1, None, {"b c": {}}], "é": f"{2**60}n"}),
    "proto": ({"__proto__": 1}, {"__proto__": 1}),
    # A name that the platform may have a variable of.
    "name": ("x", "x"),
}


if not HAS_IJAVASCRIPT:
    print("IJavascript is left out: it is not installed")


class Kernels(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        # tslab checks `require` too, for which it wants Node's types.
        (self.folder / "node_modules").symlink_to(KERNELS_FOLDER / "node_modules")

    def kernels(self) -> list[str]:
        return [kernel for kernel in LANGUAGES if kernel != "ijavascript" or HAS_IJAVASCRIPT]

    def write(self, kernel: str, *cells: tuple[str, str]) -> str:
        """A notebook of cells, each a tag and its source."""
        notebook = nbformat.v4.new_notebook(
            cells=[nbformat.v4.new_code_cell(source, metadata={"tags": [tag] if tag else []}) for tag, source in cells],
            metadata={"kernelspec": {"name": kernel, "display_name": kernel, "language": LANGUAGES[kernel]}},
        )
        path = self.folder / "input.ipynb"
        nbformat.write(notebook, path)
        return str(path)

    def run_notebook(self, path: str, parameters: Mapping[str, object]) -> NotebookNode:
        output = str(self.folder / "output.ipynb")
        (self.folder / "shown.json").unlink(missing_ok=True)
        # A busy machine takes longer than the usual minute to start a kernel.
        options = {"cwd": str(self.folder), "progress_bar": False, "start_timeout": 600}
        try:
            return papermill.execute_notebook(path, output, parameters, **options)
        except RuntimeError as error:
            # Two kernels that start at the same time may have chosen the same port.
            if "Kernel died before replying" not in str(error):
                raise
        return papermill.execute_notebook(path, output, parameters, **options)

    def shown(self) -> object:
        return json.loads((self.folder / "shown.json").read_text(encoding="utf-8"))

    def test_parameters_arrive_over_every_declaration(self) -> None:
        for kernel in self.kernels():
            declarations = DECLARATIONS[kernel]
            with self.subTest(kernel=kernel):
                path = self.write(
                    kernel,
                    ("parameters", "\n".join(f"{word} by_{word} = 1;" for word in declarations)),
                    ("", show(kernel, *(f"by_{word}" for word in declarations), "undeclared")),
                )
                given = {f"by_{word}": word for word in declarations} | {"undeclared": "none"}
                notebook = self.run_notebook(path, given)
                self.assertEqual(self.shown(), [*declarations, "none"])
                self.assertEqual(notebook.metadata.papermill.parameters, given)

    def test_values_arrive_as_they_are_in_notebooks_without_a_parameters_cell(self) -> None:
        for kernel in self.kernels():
            with self.subTest(kernel=kernel):
                path = self.write(kernel, ("", show(kernel, *VALUES)))
                self.run_notebook(path, {name: value for name, (value, _) in VALUES.items()})
                self.assertEqual(self.shown(), [expected for _, expected in VALUES.values()])

    def test_the_injected_cell_shows_nothing(self) -> None:
        # IJavascript shows the value of every cell, `undefined` too.
        for kernel in ("deno", "tslab", "jslab"):
            with self.subTest(kernel=kernel):
                notebook = self.run_notebook(self.write(kernel, ("", "1")), {"n": 1})
                self.assertEqual(notebook.cells[0].outputs, [])

    def test_a_constant_of_the_parameters_cell_fails_plainly(self) -> None:
        for kernel in set(self.kernels()) & {"deno", "ijavascript"}:
            with self.subTest(kernel=kernel):
                path = self.write(kernel, ("parameters", "const n = 1;"), ("", "n"))
                with self.assertRaisesRegex(papermill.PapermillExecutionError, "Assignment to constant variable"):
                    self.run_notebook(path, {"n": 2})

    def test_typed_code_takes_a_value_as_the_parameters_cell_declared_it(self) -> None:
        cells = [("parameters", 'let mode: "fast" | "slow" = "fast";'), ("", "const f = (m: 'fast' | 'slow') => m;")]
        for kernel in ("deno", "tslab"):
            with self.subTest(kernel=kernel):
                path = self.write(kernel, *cells, ("", show(kernel, "f(mode)")))
                self.run_notebook(path, {"mode": "slow"})
                self.assertEqual(self.shown(), ["slow"])

    def test_the_command_line_gives_parameters(self) -> None:
        path = self.write(
            "deno",
            ("parameters", 'let ticker = "AAA", n = 0, o = {};'),
            ("", show("deno", "ticker", "n", "big", "nan", "o")),
        )
        output = str(self.folder / "output.ipynb")
        given = ["-p", "ticker", "MSFT", "-p", "n", "7", "-p", "big", "9007199254740993", "-p", "nan", "nan"]
        done = papermill_command(
            path, output, *given, "-y", "{o: {a: [1, null, .inf]}}", "--no-progress-bar", "--cwd", str(self.folder)
        )
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(self.shown(), ["MSFT", 7, "9007199254740993n", "#NaN", {"a": [1, None, "#Infinity"]}])

    def test_the_command_line_tells_what_a_notebook_takes(self) -> None:
        path = self.write("deno", ("parameters", 'let ticker: string = "AAA"; // the symbol\nlet n = 0;'))
        lines = papermill_command("--help-notebook", path).stdout.splitlines()
        self.assertEqual(
            [line.strip() for line in lines[-3:]],
            ['ticker: string (default "AAA")', "the symbol", "n: number (default 0)"],
        )


def papermill_command(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "papermill", *arguments], capture_output=True, text=True)


def show(kernel: str, *expressions: str) -> str:
    """Code that tells these values in a file: Deno may end a cell before what it shows has arrived."""
    text = TEXT % ", ".join(expressions)
    write = "Deno.writeTextFileSync" if kernel == "deno" else 'require("fs").writeFileSync'
    return f'{write}("shown.json", {text});'


if __name__ == "__main__":
    unittest.main()
