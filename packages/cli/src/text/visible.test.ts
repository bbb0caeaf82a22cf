import { expect, test } from "vitest";
import { cut, visible, visibleLines } from "./visible.ts";

test.each([
  ["plain text stays", "é 日本 👩‍👩‍👧 ـَ", "é 日本 👩‍👩‍👧 ـَ"],
  ["an escape sequence is shown", "\u001b[31mred", "␛[31mred"],
  ["line ends are shown", "a\r\nb\u2028c", "a␍␊b⟨U+2028⟩c"],
  ["a mark of direction is shown", "gpj\u202eexe", "gpj⟨U+202E⟩exe"],
  ["delete and C1 controls are shown", "\u007f\u009b", "␡⟨U+009B⟩"],
  ["half a surrogate pair is shown", "a\ud800", "a⟨U+D800⟩"],
  ["an invisible tag is shown", "a\u{e0041}", "a⟨U+E0041⟩"],
])("%s", (_, text, shown) => {
  expect(visible(text)).toBe(shown);
});

test.each([
  ["abc", 3, "abc"],
  ["abcd", 3, "ab…"],
  ["👍👍👍", 2, "👍…"],
  ["x".repeat(1000), 4, "xxx…"],
])("%s cut to %d characters is %s", (text, length, expected) => {
  expect(cut(text, length)).toBe(expected);
});

test("lines stay lines where there are several", () => {
  expect(visibleLines("a\tb\n\u001b[1m\r\nc")).toBe("a\tb\n␛[1m␍\nc");
});
