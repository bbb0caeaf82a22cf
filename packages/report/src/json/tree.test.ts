import { expect, test } from "vitest";
import { renderJsonTree } from "./tree.ts";

test("a tree folds its lists and objects, the first level open", () => {
  expect(`${renderJsonTree({ a: [1, "<b>"], n: null })}`).toBe(
    '<div class="tree"><details open><summary><span class="quiet">2 members</span></summary>' +
      '<details><summary><b>a</b>: <span class="quiet">2 items</span></summary>' +
      "<div><b>0</b>: <code>1</code></div><div><b>1</b>: <code>&quot;&lt;b&gt;&quot;</code></div></details>" +
      "<div><b>n</b>: <code>null</code></div></details></div>",
  );
});

test("what is empty needs no fold", () => {
  expect(`${renderJsonTree({ a: [], b: {} })}`).toContain("<div><b>a</b>: <code>[]</code></div>");
});

test("big integers and what is no number are told exactly", () => {
  expect(`${renderJsonTree([10n ** 20n, Number.NaN])}`).toMatch(/100000000000000000000.*NaN/);
});

test("a key that hides is shown by its numbers", () => {
  expect(`${renderJsonTree({ "\u202egnp.exe": 1 })}`).toContain("⟨U+202E⟩gnp.exe");
});

test.each([
  ["one value", 1],
  ["null", null],
  ["more nodes than a tree holds", Array.from({ length: 1_001 }, () => 0)],
  ["more levels than somebody unfolds", JSON.parse(`${"[".repeat(40)}${"]".repeat(40)}`)],
])("%s is no tree", (_what, value) => {
  expect(renderJsonTree(value)).toBeUndefined();
});
