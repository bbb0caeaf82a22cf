import { expect, test } from "vitest";
import { growth, linear } from "../../test/growth.ts";
import { showsWithoutScript } from "./visible-markup.ts";

test.each([
  "text",
  "<p>text</p>",
  "<img src=x>",
  "<div><svg></svg></div>",
  "<script>1</script>text",
  "<SCRIPT>1</SCRIPT ><hr>",
  "<!-- x --> text",
  "< not a tag",
  "<scripted>x",
])("%s shows something", (markup) => {
  expect(showsWithoutScript(markup)).toBe(true);
});

test.each([
  "",
  " \n\u00a0",
  "<div id='x'></div>",
  "<div></div><script>document.write('x')</script>",
  "<style>p{}</style><script src='x'></script >",
  "<!-- text -->",
  "<script>never closed",
  "<title>x</title>",
  "<div title='x'",
])("%s shows nothing", (markup) => {
  expect(showsWithoutScript(markup)).toBe(false);
});

test.each(["<script ", "<script></script", "<style>", "<!--", "<a", "</a"])(
  "a megabyte of %j is looked through once",
  (piece) => {
    const look = (size: number) => showsWithoutScript(piece.repeat(size / piece.length));
    expect(growth(look, 1_000_000)).toBeLessThan(linear);
  },
);
