import { expect, test } from "vitest";
import { edit } from "../edit/session.ts";
import { parseJson } from "../json/parse.ts";
import { scan } from "../json/scan.ts";
import type { ScanEngine } from "../json/tape.ts";
import { reencodeScrap } from "../scrap/reencode-scrap.ts";
import { encode } from "../testing/json-text.ts";
import { parseNotebook, parseNotebookView } from "./parse-notebook.ts";

const text = JSON.stringify({
  cells: [
    {
      cell_type: "code",
      execution_count: 1,
      metadata: { papermill: { duration: 1.5, status: "completed" } },
      outputs: [
        {
          data: {
            "application/scrapbook.scrap.json+json": {
              name: "x",
              data: { a: [1, "NaN"] },
              encoder: "json",
              version: 1,
            },
          },
          metadata: { scrapbook: { name: "x", data: true, display: false } },
          output_type: "display_data",
        },
        {
          data: { "text/html": ["<b>\n", "</b>"], "application/json": { big: 1 } },
          metadata: { scrapbook: { name: "x", data: false, display: true } },
          output_type: "display_data",
        },
      ],
      source: [],
    },
  ],
  metadata: { papermill: { parameters: { alpha: 1 }, start_time: "a", end_time: "b" } },
  nbformat: 4,
  nbformat_minor: 5,
});
const broken = text.replace('"big":1', '"big":NaN');

/** An engine that counts the bytes it is given. */
function counting(): { engine: ScanEngine; scanned: number[] } {
  const scanned: number[] = [];
  return {
    scanned,
    engine: (bytes, options) => {
      scanned.push(bytes.length);
      return scan(bytes, options);
    },
  };
}

test.each([
  ["plain", text],
  ["with a NaN in it", broken],
])("a notebook %s is scanned once, and none of its values again", (_, json) => {
  const bytes = encode(json);
  for (const read of [parseNotebook, parseNotebookView]) {
    const { engine, scanned } = counting();
    const notebook = read(bytes, { engine });
    expect(notebook.value("x")).toEqual({ a: [1, "NaN"] });
    expect(notebook.scraps.get("x")?.display?.data["text/html"]).toBe("<b>\n</b>");
    expect(notebook.run.status).toBe("completed");
    expect(notebook.parameters).toEqual({ alpha: 1 });
    expect(notebook.metadata).toHaveProperty("papermill");
    expect(notebook.cellTiming).toEqual([1.5]);
    expect(scanned).toEqual([bytes.length]);
  }
});

test("the engine that is given scans wherever bytes are scanned", () => {
  const { engine, scanned } = counting();
  const bytes = encode(text);
  const session = edit(bytes, { engine }).set("x", 2);
  expect(scanned).toEqual([bytes.length]);
  session.edits();
  expect(scanned).toHaveLength(2);
  session.toObject();
  expect(scanned).toHaveLength(3);
  const before = scanned.length;
  const scrap = parseNotebook(bytes, { engine }).scraps.get("x");
  expect(reencodeScrap(scrap as never)).toHaveLength(2);
  expect(scanned).toHaveLength(before + 2);
  parseJson("[1]", { engine });
  parseJson(encode("[1]"), { engine });
  expect(scanned).toHaveLength(before + 4);
});
