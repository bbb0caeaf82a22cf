import { parseNotebook } from "@scrapbook/core";
import { describe, expect, test } from "vitest";
import { corpora } from "./corpora.js";
import { createRandom } from "./random.js";

describe("a notebook of the corpora", () => {
  const sizes = {
    small: 100_000,
    lines: 2_000_000,
    medium: 2_000_000,
    numbers: 2_000_000,
    pandas: 202_000,
  };
  for (const [name, size] of Object.entries(sizes)) {
    const { make, scraps } = corpora[name as keyof typeof sizes];

    test(`has the same bytes every time, and the size of the ${name} ones`, () => {
      const text = make(createRandom(1), false);
      expect(make(createRandom(1), false)).toBe(text);
      expect(make(createRandom(2), false)).not.toBe(text);
      expect(Math.abs(text.length / size - 1)).toBeLessThan(0.05);
    });

    test(`holds ${scraps} scraps, in the ${name} corpus`, () => {
      expect(parseNotebook(make(createRandom(1), true)).scraps.size).toBe(scraps);
    });
  }

  test("looks as Jupyter writes it: keys sorted, indented by one space", () => {
    const text = corpora.small.make(createRandom(3), true);
    expect(text).toBe(`${JSON.stringify(sorted(JSON.parse(text)), null, 1)}\n`);
  });

  test("is ASCII unless text beyond it is asked for", () => {
    const isAscii = (text: string) => !/[^\x20-\x7e\n]/.test(text);
    expect(isAscii(corpora.small.make(createRandom(4), false))).toBe(true);
    expect(isAscii(corpora.small.make(createRandom(4), true))).toBe(false);
  });
});

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, item]) => [key, sorted(item)]));
}
