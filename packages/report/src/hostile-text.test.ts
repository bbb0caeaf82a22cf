import { expect, test } from "vitest";
import { workMs } from "../test/growth.ts";
import { renderAnsi } from "./ansi/ansi.ts";
import { renderFormula, renderLatexText } from "./latex/render-latex.ts";
import { splitMath } from "./latex/split-math.ts";
import { renderMarkdownText } from "./markdown/render-markdown.ts";

/** Text as long as it is still set. */
const length = 100_000;
const fill = (piece: string, end = "") => piece.repeat(Math.floor(length / piece.length)) + end;

const markdown = [
  ...[
    "*",
    "_",
    "**",
    "~~",
    "`",
    "[",
    "![",
    "](",
    "<",
    "&",
    "\\",
    "$",
    "$$",
    ">",
    "> ",
    "- ",
    "1. ",
    "#",
    "|",
    "\t",
  ],
  ..."*a **a _a __a `a [a ![a <a> <a@b &amp; \\* $a ~~a~ [a](b [a][b] [a]: |a |-".split(" "),
  ...[
    "a\n",
    "\n\n",
    "- a\n",
    "> a\n",
    "    a\n",
    "```\n",
    "|a|b|\n|-|-|\n",
    "[a]: b\n",
    "[x](<",
    "a**b",
    "*a_ ",
    "<!--",
    "<?",
    "![[]()",
    "[](".concat("a)"),
    "\u0000",
  ],
].map((piece) => fill(piece));
markdown.push(
  `${"[".repeat(50_000)}${"]".repeat(50_000)}`,
  `${"> ".repeat(5_000)}a`,
  `${"  - ".repeat(5_000)}a`,
  `|${"a|".repeat(10_000)}\n|${"-|".repeat(10_000)}\n${"|\n".repeat(10_000)}`,
);

const latex = [
  ...[
    "$",
    "$$",
    "\\[",
    "\\(",
    "\\begin{align}",
    "\\$",
    "\\\\",
    "$a$",
    "$\\frac$",
    "$a",
    "\\begin{matrix}a",
    "$$a$$",
  ].map((piece) => fill(piece)),
  `$${"{".repeat(4_900)}${"}".repeat(4_900)}$`,
  `$${"\\frac{1}{".repeat(900)}1${"}".repeat(900)}$`,
  `$${"\\sqrt{".repeat(1_500)}x${"}".repeat(1_500)}$`,
  `$${"x^{".repeat(3_000)}x${"}".repeat(3_000)}$`,
  `$${"\\left(".repeat(1_500)}x${"\\right)".repeat(1_500)}$`,
  `$${"\\begin{matrix}".repeat(600)}$`,
  `$\\begin{matrix}${"a&".repeat(4_500)}\\end{matrix}$`,
  `$\\def\\a{\\b\\b}\\def\\b{\\c\\c}\\def\\c{\\d\\d}\\def\\d{\\e\\e}\\def\\e{\\f\\f}\\def\\f{\\g\\g}\\def\\g{xxxxxxxx}${"\\a".repeat(2_000)}$`,
  "$\\def\\a{\\a\\a}\\a$",
  `$${"\\text{".repeat(1_500)}x${"}".repeat(1_500)}$`,
  `$${"a_b^c".repeat(2_000)}$`,
  `$${"\\color{red}".repeat(900)}x$`,
  ...Array.from({ length: 2 }, () => `${`$${"x+".repeat(40)}y$ `.repeat(450)}`),
];

/** Ten times what it takes; of work that grows with the square it would be minutes. */
const longestMs = 5_000;

test.each(markdown.map((text) => [text]))(
  "Markdown of %.12j and so on is set, or told, within seconds",
  (text) => {
    expect(workMs(() => renderMarkdownText(text, renderFormula))).toBeLessThan(longestMs);
  },
);

test.each(latex.map((text) => [text]))(
  "LaTeX of %.16j and so on is set, or told, within seconds",
  (text) => {
    expect(workMs(() => renderLatexText(text))).toBeLessThan(longestMs);
  },
);

test("text of two million characters is cut into formulas and colours within seconds", () => {
  expect(workMs(() => splitMath("\\[$\\(".repeat(400_000)))).toBeLessThan(longestMs);
  expect(workMs(() => renderAnsi("\u001b[31".repeat(400_000)))).toBeLessThan(longestMs);
});
