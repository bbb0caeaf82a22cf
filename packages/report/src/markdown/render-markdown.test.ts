import { expect, test } from "vitest";
import { html } from "../html.ts";
import { renderMarkdownText } from "./render-markdown.ts";

const render = (text: string) =>
  renderMarkdownText(text, (latex, display) => html`<math>${display ? "=" : ""}${latex}</math>`)
    ?.toString()
    .trim();

test.each([
  ["# A\n\n###### B", "<h3>A</h3><h6>B</h6>"],
  ["*a* **b** ~~c~~ `d<e`", "<p><em>a</em> <strong>b</strong> <s>c</s> <code>d&lt;e</code></p>"],
  ["- a\n- b", "<ul><li>a</li><li>b</li></ul>"],
  ["3. a\n\n4. b", '<ol start="3"><li><p>a</p></li><li><p>b</p></li></ol>'],
  ["> a\nb\\\nc", "<blockquote><p>a\nb<br>c</p></blockquote>"],
  ["a\n\n---\n", "<p>a</p><hr>"],
  ["```py\na < b\n```", '<pre class="kept" tabindex="0">a &lt; b\n</pre>'],
  [
    "|a|b|\n|-|:-:|\n|1|2|",
    '<table class="data"><thead><tr><th>a</th><th class="to-center">b</th></tr></thead><tbody><tr><td>1</td><td class="to-center">2</td></tr></tbody></table>',
  ],
  [
    "[a](https://b.test/?x&y)",
    '<p><a href="https://b.test/?x&amp;y" target="_blank" rel="noopener noreferrer nofollow" referrerpolicy="no-referrer">a</a></p>',
  ],
  ["[a](#notebook-1) [b](/c) [d](ftp://e)", "<p><a>a</a> <a>b</a> <a>d</a></p>"],
  ["[a](javascript:alert(1))", "<p>[a](javascript:alert(1))</p>"],
  ["![a *b*](https://c.test/d.png)", '<p><span class="quiet">[picture: a b]</span></p>'],
  [
    "![a](data:image/gif;base64,R0lG)",
    '<p><img alt="a" src="data:image/gif;base64,R0lG" loading="lazy" decoding="async"></p>',
  ],
  ["<b onclick=x>a</b><script>", "<p>&lt;b onclick=x&gt;a&lt;/b&gt;&lt;script&gt;</p>"],
  ["$a_1 < b_2$ and $$c$$", "<p><math>a_1 &lt; b_2</math> and <math>=c</math></p>"],
  ["it costs $5 and $6", "<p>it costs $5 and $6</p>"],
])("%j is set as %s", (text, markup) => {
  expect(render(text)?.replace(/>\n(?=<)/g, ">")).toBe(markup.replace(/^<h3>/, "<h3>"));
});

test("a formula without its library stands as its source", () => {
  expect(`${renderMarkdownText("$a$")}`).toBe("<p><code>a</code></p>");
});

test("Markdown as long as a book is not set", () => {
  expect(renderMarkdownText("a ".repeat(100_000))).toBeUndefined();
});
