import { cutText } from "@scrapbook/core/internal";
import { expect, test } from "vitest";
import { nameText, renderName, visibleText } from "./visible-text.ts";

test.each([
  ["an override", "a\u202egpj.exe", "a⟨U+202E⟩gpj.exe"],
  ["isolates", "\u2066x\u2069", "⟨U+2066⟩x⟨U+2069⟩"],
  ["line ends", "a\r\nb\tc\u2028d", "a␍␊b␉c⟨U+2028⟩d"],
])("shows %s", (_what, text, visible) => {
  expect(visibleText(text)).toBe(visible);
});

test("leaves text of any script alone", () => {
  expect(visibleText("שלום ‎مرحبا 👩‍👩‍👧 é")).toBe("שלום ‎مرحبا 👩‍👩‍👧 é");
});

test("a name is isolated and escaped", () => {
  expect(`${renderName("<b>\u202e")}`).toBe("<bdi>&lt;b&gt;⟨U+202E⟩</bdi>");
});

test("the empty name is told", () => {
  expect(`${renderName("")}`).toBe("<em>(empty name)</em>");
  expect(nameText("")).toBe("(empty name)");
});

test("a name of a million characters is cut", () => {
  expect(nameText("x".repeat(1e6))).toBe(`${"x".repeat(160)}…`);
});

test("no character is cut in two", () => {
  expect(cutText("ab😀", 3)).toBe("ab…");
  expect(cutText("ab😀", 4)).toBe("ab😀");
});
