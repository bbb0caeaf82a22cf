import { expect, test } from "vitest";
import { type GivenScrap, notebookOf } from "../../test/notebook.ts";
import { readEntry } from "../entry.ts";
import { renderScrapList } from "./scrap-list.ts";

const rows = (scraps: Record<string, GivenScrap>) => {
  const markup = renderScrapList(readEntry("nb", notebookOf(scraps), 0)).toString();
  return [...markup.matchAll(/<tr>(.*?)<\/tr>/gs)].slice(1).map(([, row = ""]) =>
    row
      .split(/<\/t[hd]>/)
      .map((cell) => cell.replace(/<[^>]*>/g, ""))
      .slice(0, 5),
  );
};

test("each scrap tells its value, its encoder, and the bytes of payload and display", () => {
  expect(
    rows({
      n: { data: 1.5 },
      s: { data: "é", display: { "text/plain": "é", "text/html": "<b>" } },
      c: { display: { "image/png": "AAAA" } },
      p: { data: "x".repeat(12_000), encoder: "pandas" },
    }),
  ).toEqual([
    ["n", "1.5", "json", "3\u00a0B", ""],
    ["s", "é", "text", "4\u00a0B", "5\u00a0B"],
    ["c", "display only", "display", "", "4\u00a0B"],
    ["p", "DataFrame, 12\u00a0KB stored", "pandas", "12\u00a0KB", ""],
  ]);
});

test("a value that does not decode tells why", () => {
  const [row] = rows({ x: { data: [1], encoder: "text" } });
  expect(row?.[1]).toMatch(/^encoder-text-not-string /);
});

test("a notebook without scraps says so", () => {
  expect(`${renderScrapList(readEntry("nb", notebookOf({}), 0))}`).toBe(
    '<p class="quiet">It holds no scraps.</p>',
  );
});

test("of very many scraps the rest is counted", () => {
  const scraps = Object.fromEntries(Array.from({ length: 510 }, (_, i) => [`s${i}`, { data: i }]));
  expect(`${renderScrapList(readEntry("nb", notebookOf(scraps), 0))}`).toContain(
    "10 more scraps are left out.",
  );
});
