import { expect, test } from "vitest";
import { shownMarkup } from "../../test/display.ts";

const kinds: readonly (readonly [mime: string, kind: string, magic: string])[] = [
  ["image/png", "PNG", "\x89PNG\r\n\x1a\n"],
  ["image/jpeg", "JPEG", "\xff\xd8\xff"],
  ["image/gif", "GIF", "GIF89a"],
  ["image/gif", "GIF", "GIF87a"],
  ["image/webp", "WebP", "RIFF1234WEBP"],
];

test.each(kinds)("%s that begins as a %s is a picture (%#)", (mime, _kind, magic) => {
  const base64 = btoa(`${magic}rest`);
  expect(shownMarkup({ display: { [mime]: base64 } })).toBe(
    `<img alt="chart of nb" src="data:${mime};base64,${base64}" loading="lazy" decoding="async">`,
  );
});

test.each(kinds)("%s that is no %s is told (%#)", (mime, kind) => {
  const line = `, 4\u00a0B: its bytes are no ${kind} picture.`;
  expect(shownMarkup({ display: { [mime]: "AAAA" } })).toBe(`<p class="note">${mime}${line}</p>`);
  expect(shownMarkup({ display: { [mime]: "!!!!" } })).toContain(line);
});

test("a picture that is broken leaves its place to the next", () => {
  const display = { "image/png": "AAAA", "image/gif": btoa("GIF89a"), "text/plain": "Figure" };
  expect(shownMarkup({ display })).toMatch(/^<p class="note">image\/png.*<\/p><img .*image\/gif/);
});

test("line ends in base64 are left out of the address", () => {
  expect(shownMarkup({ display: { "image/gif": "R0lG\nODlh\n" } })).toContain('base64,R0lGODlh"');
});

test("the size that Jupyter stored is kept", () => {
  const metadata = { "image/gif": { width: 700.4, height: 320 } };
  expect(shownMarkup({ display: { "image/gif": btoa("GIF89a") }, metadata })).toContain(
    ' width="700" height="320" loading',
  );
});

test.each([
  [{ width: '1" onload="x', height: -1 }],
  [{ width: 1e9, height: 0 }],
  [[1]],
  ["x"],
  [null],
])("a size such as %j is not", (size) => {
  const metadata = { "image/gif": size };
  expect(shownMarkup({ display: { "image/gif": btoa("GIF89a") }, metadata })).not.toMatch(
    /width|height/,
  );
});
