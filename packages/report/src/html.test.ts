import { expect, test } from "vitest";
import { escapeHtml, html, trustedHtml } from "./html.ts";

test.each([
  [
    "markup",
    `<a href="x" title='y'>&</a>`,
    "&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;&lt;/a&gt;",
  ],
  ["line ends and tabs stay", "a\tb\nc\r\n", "a\tb\nc\r\n"],
  ["control characters become pictures", "\0\x1b\x7f", "␀␛␡"],
  ["C1 controls become U+FFFD", "\x80\x9f", "\ufffd\ufffd"],
  ["lone surrogates become U+FFFD", "\ud800x\udc00", "\ufffdx\ufffd"],
  ["pairs stay", "😀", "😀"],
])("escapes %s", (_what, text, markup) => {
  expect(escapeHtml(text)).toBe(markup);
});

test("a hole is escaped, in text and in attributes", () => {
  expect(`${html`<p title="${'"'}">${"<b>"}</p>`}`).toBe('<p title="&quot;">&lt;b&gt;</p>');
});

test("markup in a hole stays as it is, alone and in lists", () => {
  const items = ["a", "<"].map((item) => html`<li>${item}</li>`);
  expect(`${html`<ul>${items}</ul>`}`).toBe("<ul><li>a</li><li>&lt;</li></ul>");
  expect(`${html`${trustedHtml("<hr>")}`}`).toBe("<hr>");
});

test("nothing stands for undefined and false, numbers for themselves", () => {
  expect(`${html`${undefined}${false}${0}${12n}`}`).toBe("012");
});

test("an object that poses as markup is text", () => {
  const fake = { toString: () => "<script>" } as unknown as string;
  expect(() => `${html`${[fake]}`}`).toThrow();
});
