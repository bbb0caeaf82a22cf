import { ScrapbookError } from "@scrapbook/core";
import { expect, test } from "vitest";
import { plainTable } from "../../test/plain-table.ts";
import type { ScrapValue } from "./scrap-value.ts";
import { renderValue } from "./value.ts";

const error = new ScrapbookError("encoder-decode-failed", { what: "It is broken" });
const table = plainTable({ columns: ["a", "b"], length: 3, rows: () => [] });

test.each<[ScrapValue, string]>([
  [{ kind: "none" }, '<span class="quiet">display only</span>'],
  [{ kind: "scalar", value: "<b>", text: "<b>" }, "&lt;b&gt;"],
  [{ kind: "scalar", value: "", text: "x".repeat(30) }, `${"x".repeat(20)}…`],
  [{ kind: "table", table }, '<span class="quiet">Table, 3 rows × 2 columns</span>'],
  [{ kind: "json", value: ["\u202e"] }, "<code>[&quot;⟨U+202E⟩&quot;]</code>"],
  [
    { kind: "stored", encoder: "pandas", size: 12_000 },
    '<span class="quiet">DataFrame, 12\u00a0KB stored</span>',
  ],
  [
    { kind: "stored", encoder: "<b>", size: 1 },
    '<span class="quiet">A value of the encoder &quot;&lt;b&gt;&quot;, 1\u00a0B stored</span>',
  ],
  [{ kind: "error", error }, '<code class="fault">encoder-decode-failed</code>'],
])("shows %o", (value, markup) => {
  expect(`${renderValue(value, 20)}`).toBe(markup);
});
