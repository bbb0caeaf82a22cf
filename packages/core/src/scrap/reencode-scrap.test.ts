import { expect, test } from "vitest";
import type { OutputPayload } from "../encode/output.ts";
import { parseNotebook } from "../notebook/parse-notebook.ts";
import {
  dataOutput,
  displayOutput,
  jsonMime,
  notebookText,
  output,
  payload,
} from "../testing/notebook-text.ts";
import { reencodeScrap } from "./reencode-scrap.ts";
import type { Scrap } from "./scrap.ts";

function scrapOf(...outputs: string[]): Scrap {
  return parseNotebook(notebookText(outputs)).scraps.get("x") as Scrap;
}

test("regluing keeps the data's source text, whatever its encoder", () => {
  for (const source of ["1.0", "NaN", "123456789012345678901234567890", "[1e5, -0]"]) {
    const [output] = reencodeScrap(scrapOf(dataOutput("x", source, "odd")));
    const written = output?.data["application/scrapbook.scrap.odd+json"] as OutputPayload;
    expect(written.data.text).toBe(source);
    expect(Object.keys(written)).toEqual(["name", "data", "encoder", "version"]);
  }
});

test("regluing gives data and display apart, under the new name", () => {
  const combined = output(
    { [jsonMime]: payload("x", "1"), "text/plain": '["a\\n", "b"]' },
    '{"own": 1, "papermill": {"name": "x"}}',
  );
  for (const outputs of [[combined], [dataOutput("x", "1"), displayOutput("x")]]) {
    const [data, display] = reencodeScrap(scrapOf(...outputs), { name: "y" });
    expect(data?.metadata).toEqual({ scrapbook: { name: "y", data: true, display: false } });
    expect(Object.keys(display?.data ?? {})).toEqual(["text/plain"]);
    expect(display?.metadata.scrapbook).toEqual({ name: "y", data: false, display: true });
    expect(display?.metadata.papermill).toBeUndefined();
  }
});

test("the empty new name is none", () => {
  const [data] = reencodeScrap(scrapOf(dataOutput("x", "1")), { name: "" });
  expect(data?.metadata.scrapbook).toMatchObject({ name: "x" });
});

test("unattached outputs bear no mark of a scrap", () => {
  const outputs = reencodeScrap(scrapOf(dataOutput("x", "1"), displayOutput("x")), {
    unattached: true,
  });
  expect(outputs.map(({ metadata }) => metadata)).toEqual([{}, {}]);
  expect(outputs).toHaveLength(2);
});
