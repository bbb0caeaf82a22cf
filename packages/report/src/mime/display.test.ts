import { expect, test } from "vitest";
import { type GivenScrap, notebookOf } from "../../test/notebook.ts";
import { renderDisplay } from "./display.ts";

const limits = { maxDisplayBytes: 1_000, frameHeight: 200 };
const png = btoa("\x89PNG\r\n\x1a\n");

const render = (scrap: GivenScrap) => {
  const given = notebookOf({ x: { display: {}, ...scrap } }).scraps.get("x");
  if (given === undefined) throw new Error("no scrap");
  const { mime, markup } = renderDisplay(given, "x of nb", limits);
  return { mime, markup: markup.toString() };
};

test.each<[string, Record<string, unknown>]>([
  ["image/svg+xml", { "text/plain": "x", "image/png": png, "image/svg+xml": "<svg/>" }],
  ["image/png", { "text/plain": "x", "text/html": "<b>x</b>", "image/png": png }],
  [
    "text/html",
    { "application/vnd.plotly.v1+json": {}, "text/html": "<table><tr><td>1</td></tr></table>" },
  ],
  [
    "application/vnd.plotly.v1+json",
    { "application/vnd.plotly.v1+json": {}, "text/html": "<h1>1</h1>" },
  ],
  ["text/html", { "text/plain": "x", "text/html": "<h1>x</h1>", "text/markdown": "x" }],
  ["text/markdown", { "text/plain": "x", "text/markdown": "x", "text/latex": "x" }],
  ["text/latex", { "text/plain": "x", "text/latex": "x" }],
  ["application/json", { "text/plain": "x", "application/json": {} }],
  ["text/plain", { "text/plain": "x", "application/vnd.unknown+json": {} }],
  ["text/x-rst", { "text/x-rst": "x", "application/vnd.unknown+json": {} }],
  ["application/geo+json", { "application/geo+json": {}, "application/x-unknown": "AAAA" }],
])("%s is the best of %j", (mime, display) => {
  expect(render({ display }).mime).toBe(mime);
});

test("a table that passes the allow-list stands inline, other HTML in a frame", () => {
  expect(render({ display: { "text/html": "<table><tr><td>1</td></tr></table>" } }).markup).toBe(
    '<div class="scroll inline-html" role="group" tabindex="0" aria-label="x of nb"><table><tr><td class="number">1</td></tr></table></div>',
  );
  expect(render({ display: { "text/html": "<h1>x</h1>" } }).markup).toContain(
    '<iframe sandbox title="x of nb" height="200"',
  );
});

test("a frame that lost script says so", () => {
  const { markup } = render({ display: { "text/html": "<p>x</p><script>1</script>" } });
  expect(markup).toMatch(/<\/iframe><p class="note">It holds script/);
});

test("text is escaped, and has its terminal colours", () => {
  const { markup } = render({ display: { "text/plain": "\n\x1b[1;31m<b>\x1b[0m\x1b" } });
  expect(markup).toMatch(
    /^<pre class="kept" [^>]*>\n\n<span class="t-bold t-f1">&lt;b&gt;<\/span>␛<\/pre>$/,
  );
});

test.each(["text/markdown", "text/latex", "text/x-rst"])("%s is its source", (mime) => {
  expect(render({ display: { [mime]: "*<b>*" } }).markup).toContain(">*&lt;b&gt;*</pre>");
});

test("JSON is a tree", () => {
  expect(render({ display: { "application/json": { a: [1.5] } } }).markup).toContain(
    "<summary><b>a</b>: <span",
  );
});

test("JSON that is nested deeply is not: it would be many times as long", () => {
  let value: unknown = 1;
  for (let i = 0; i < 100; i++) value = [value];
  expect(render({ display: { "application/json": value } }).markup).toContain(
    `${"[".repeat(100)}1${"]".repeat(100)}</pre>`,
  );
});

test.each([
  ["image/tiff", "AAAA"],
  ["audio/wav", "AAAA"],
  ["application/pdf", "AAAA"],
  ["application/x-unknown", "AAAA"],
])("%s is a line with its size", (mime, data) => {
  expect(render({ display: { [mime]: data } })).toEqual({
    mime: undefined,
    markup: `<p class="note">${mime}, 4\u00a0B: a report does not show this type.</p>`,
  });
});

test("a picture of a type that is not shown is told before its text", () => {
  const { markup } = render({ display: { "image/tiff": "AAAA", "text/plain": "<Image>" } });
  expect(markup).toMatch(/^<p class="note">image\/tiff.*<\/p><pre/);
});

test("what is too large is a line, and the next best is shown", () => {
  const display = { "text/html": `<b>${"x".repeat(1_000)}</b>`, "text/plain": "short" };
  const { markup, mime } = render({ display });
  expect(mime).toBe("text/plain");
  expect(markup).toContain(
    "text/html, 1.0\u00a0KB: more than the 1.0\u00a0KB that this report shows.",
  );
});

test("the last byte that is shown is the limit's", () => {
  expect(render({ display: { "text/plain": "x".repeat(1_000) } }).mime).toBe("text/plain");
  expect(render({ display: { "text/plain": "x".repeat(1_001) } }).mime).toBeUndefined();
});

test("an empty bundle is told, never a blank", () => {
  expect(render({ display: {} }).markup).toBe('<p class="note">An empty display.</p>');
});

test("HTML that shows nothing is told", () => {
  expect(render({ display: { "text/html": "<div></div>" } }).markup).toContain("it shows nothing");
});

test.each(["", "__proto__", '"><script>', 'image/png"', "\u202e"])(
  "the MIME type %j is no trouble",
  (mime) => {
    const { markup } = render({ display: Object.fromEntries([[mime, "<b>"]]) });
    expect(markup).not.toMatch(/<script|<b>/);
  },
);

test.each([[["a", 1]], [{ a: 1 }], [1], [true]])("text that is %j is shown as JSON", (value) => {
  expect(render({ display: { "text/plain": value } }).mime).toBe("text/plain");
});
