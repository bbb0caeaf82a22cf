import { expect, test } from "vitest";
import { renderFrame } from "./frame.ts";

const content = (markup: string) => {
  const [, escaped = ""] = /srcdoc="([^"]*)"/.exec(`${renderFrame(markup, "l", 320)}`) ?? [];
  return escaped
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, "&");
};

test("a frame is sandboxed, named, and as high as it was told", () => {
  expect(`${renderFrame("<b>", 'a"b', 240)}`).toMatch(
    /^<iframe sandbox title="a&quot;b" height="240" referrerpolicy="no-referrer" srcdoc="[^"<>]*&lt;b&gt;"><\/iframe>$/,
  );
});

test.each([
  ["<h1>x</h1>", 320],
  ["<table><tr><td>1</table>", 84],
  [`<table>${"<tr><td>1".repeat(50)}</table>`, 320],
  ["<table><tr><td><img></table>", 320],
])("%j takes %i pixels of 320", (markup, height) => {
  expect(`${renderFrame(markup, "l", 320)}`).toContain(` height="${height}" `);
});

test("nothing ends the attribute", () => {
  expect(content('"></iframe><script>')).toMatch(/"><\/iframe><script>$/);
});

test.each([
  "link",
  "META",
  "base",
  "iframe",
  "frame",
  "frameset",
  "object",
  "embed",
  "a",
  "area",
  "form",
])("a <%s> becomes an element without meaning", (name) => {
  expect(content(`<${name} x>`)).toMatch(new RegExp(`<x-${name} x>$`));
  expect(content(`<${name}>`)).toMatch(new RegExp(`<x-${name}>$`));
  expect(content(`<${name}/x>`)).toMatch(new RegExp(`<x-${name}/x>$`));
});

test.each(["abbr", "article", "b", "table", "framed", "metal", "audio"])("a <%s> stays", (name) => {
  expect(content(`<${name} x>`)).toMatch(new RegExp(`[^-]<${name} x>$`));
});
