import { expect, test } from "vitest";
import { normaliseText } from "./text.ts";

test.each([
  ["a < b > c", "a &lt; b &gt; c"],
  ["&lt;script&gt;", "&lt;script&gt;"],
  ["&eacute;&nbsp;&notit;", "&eacute;&nbsp;&notit;"],
  ["&#60;img&#x3E;", "&lt;img&gt;"],
  ["&amp;lt;", "&amp;lt;"],
  ["& &lt &#; &#x; &;", "&amp; &amp;lt &amp;#; &amp;#x; &amp;;"],
  ["&#0;&#xD800;&#1114112;&#x110000;", "␀\ufffd\ufffd\ufffd"],
  ["&#233;", "é"],
])("%j becomes %j", (text, markup) => {
  expect(normaliseText(text)).toBe(markup);
});
