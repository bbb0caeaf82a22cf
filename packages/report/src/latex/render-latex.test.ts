import { expect, test } from "vitest";
import { renderFormula, renderLatexText } from "./render-latex.ts";

test("formulas become MathML, text stays text", () => {
  const markup = `${renderLatexText("A <b> loss $x^2$, at \\$5 and\n\\begin{align} a &= b \\end{align}")}`;
  expect(markup).toContain("A &lt;b&gt; loss <math><msup><mi>x</mi>");
  expect(markup).toContain('\\$5 and\n<math display="block"');
});

test("text without a formula is left to its source", () => {
  expect(renderLatexText("\\begin{tabular}{l} a \\end{tabular} \\$1 $")).toBeUndefined();
});

test.each([
  "\\href{javascript:alert(1)}{x}",
  "\\includegraphics{http://evil.test/x.png}",
  "\\undefined",
  "{",
  `${"{".repeat(4_000)}${"}".repeat(4_000)}`,
  "x".repeat(10_001),
])("%.40s stands as its source", (formula) => {
  expect(renderFormula(formula, false)).toBeUndefined();
  expect(`${renderLatexText(`$$${formula}$$`)}`).toContain("<code>");
});

test.each([
  ["matrix", "\\begin{pmatrix}1 & x \\\\ x & 1\\end{pmatrix}"],
  ["colour", "\\color{red}{x} \\colorbox{#ff0}{$y$}"],
  ["accents", "\\overbrace{a+b}^{n} \\vec{x} \\hat{y} \\cancel{z}"],
  ["sums", "\\sum_{i=1}^n \\int_0^1 \\prod \\lim_{x \\to 0}"],
  ["text", "\\text{if } x > 0 \\quad \\mathbb{R} \\mathcal{L} \\boldsymbol{\\beta}"],
  ["cases", "\\begin{cases} a & b \\\\ c & d \\end{cases}"],
  ["number", "\\begin{equation} a \\tag{1} \\end{equation}"],
])("temml's %s pass the check", (_what, formula) => {
  expect(`${renderFormula(formula, true)}`).toMatch(/^<math/);
});
