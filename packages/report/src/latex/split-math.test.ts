import { expect, test } from "vitest";
import { type MathPiece, splitMath } from "./split-math.ts";

const text = (text: string): MathPiece => ({ kind: "text", text });
const inline = (text: string): MathPiece => ({ kind: "inline", text });
const display = (text: string): MathPiece => ({ kind: "display", text });

test.each<[string, readonly MathPiece[]]>([
  ["", []],
  ["a", [text("a")]],
  ["$a$", [inline("a")]],
  ["x $a$ y $$b$$", [text("x "), inline("a"), text(" y "), display("b")]],
  ["\\(a\\)\\[b\\]", [inline("a"), display("b")]],
  ["\\$5 $a$", [text("\\$5 "), inline("a")]],
  ["a \\\\[2pt] b", [text("a \\\\[2pt] b")]],
  ["\\begin{align*}a\\end{align*}", [display("\\begin{align*}a\\end{align*}")]],
  ["\\begin{tabular}a\\end{tabular}", [text("\\begin{tabular}a\\end{tabular}")]],
  ["$a", [text("$a")]],
  ["\\[a $b$", [text("\\[a "), inline("b")]],
])("%j is cut at its formulas", (latex, pieces) => {
  expect(splitMath(latex)).toEqual(pieces);
});
