import { expect, test } from "vitest";
import { parseNotebook } from "../notebook/parse-notebook.ts";
import { dataOutput, displayOutput, notebookText } from "../testing/notebook-text.ts";
import { reencodeScrap } from "./reencode-scrap.ts";
import { reglueOutputs } from "./reglue-outputs.ts";
import type { Scrap } from "./scrap.ts";

const { scraps } = parseNotebook(notebookText([dataOutput("x", "1"), displayOutput("x")]));

test("a scrap is reglued under its new name, or unattached", () => {
  const scrap = scraps.get("x") as Scrap;
  expect(reglueOutputs(scraps, "x")).toEqual(reencodeScrap(scrap));
  expect(reglueOutputs(scraps, "x", { newName: "y" })).toEqual(reencodeScrap(scrap, { name: "y" }));
  expect(reglueOutputs(scraps, "x", { unattached: true })[1]?.metadata).toEqual({});
});

test("a name that is not there is an error, or a text where none was asked for", () => {
  expect(() => reglueOutputs(scraps, "X")).toThrow("notebook-scrap-missing");
  expect(reglueOutputs(scraps, "it's", { raiseOnMissing: false })).toEqual([
    {
      output_type: "display_data",
      data: { "text/plain": "No scrap found with name 'it's' in this notebook" },
      metadata: {},
    },
  ]);
});

test("options that do not exist are refused, naming those that do", () => {
  expect(() => reglueOutputs(scraps, "x", { newname: "y" } as never)).toThrow(
    '[usage-argument] reglueOutputs has no option "newname": expected newName, raiseOnMissing, unattached.',
  );
});
