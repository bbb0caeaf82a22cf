import { expect, test } from "vitest";
import { anchorsOf, linksOf } from "./links.ts";

test("links of prose and pictures are found, those of code and of the web are not", () => {
  const markdown = "[a](x.md#y) ![b](<p.png>) `[c](d)` [e](https://host/)\n```ts\n[f](g)\n```\n";
  expect(linksOf(markdown)).toEqual(["x.md#y", "p.png"]);
});

test("a heading's anchor is its words", () => {
  expect([...anchorsOf("## 6. Merging, and `order`\n### [A b](c)\n")]).toEqual([
    "6-merging-and-order",
    "a-b",
  ]);
});
