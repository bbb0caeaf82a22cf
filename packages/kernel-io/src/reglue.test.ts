import { type KernelOutput, parseNotebook, Scrapbook } from "@scrapbook/core";
import { describe, expect, test } from "vitest";
import { glue } from "./glue.ts";
import { reglue } from "./reglue.ts";
import { scrapsReport } from "./scraps-report.ts";

/** A notebook with the outputs that `glue` gives outside of a kernel. */
async function notebookWith(...glued: Promise<KernelOutput[] | undefined>[]) {
  const outputs = (await Promise.all(glued)).flat();
  const cell = {
    cell_type: "code",
    id: "a",
    source: "",
    metadata: {},
    execution_count: 1,
    outputs,
  };
  return parseNotebook(
    JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata: {}, cells: [cell] }),
  );
}

const notebook = await notebookWith(
  glue("length", 756),
  glue("chart", { data: { "text/html": "<b>" } }, { encoder: "display" }),
  glue("prices", "UEFSMQ==", {
    encoder: "frames",
    encoders: [
      {
        name: "frames",
        encodable: () => false,
        encode: (text: string) => text,
        decode: (text) => text,
      },
    ],
  }),
);

describe("reglue", () => {
  test("gives a scrap under its new name", async () => {
    expect(await reglue(notebook, "length", { newName: "length2" })).toEqual(
      await glue("length2", 756),
    );
  });

  test("gives data of any encoder, and displays, as they are", async () => {
    expect(await reglue(notebook, "prices")).toMatchObject([
      { data: { "application/scrapbook.scrap.frames+json": { data: "UEFSMQ==" } } },
    ]);
    expect(await reglue(notebook, "chart", { unattached: true })).toEqual([
      { output_type: "display_data", data: { "text/html": "<b>" }, metadata: {} },
    ]);
  });

  test("rejects a name that is not there, or shows a text that says so", async () => {
    await expect(reglue(notebook, "lenght")).rejects.toThrow('Did you mean "length"?');
    expect(await reglue(notebook, "y", { raiseOnMissing: false })).toMatchObject([
      { data: { "text/plain": "No scrap found with name 'y' in this notebook" } },
    ]);
  });

  test("names itself where it has no such option", async () => {
    const options = { newname: "length2" } as object;
    await expect(reglue(notebook, "length", options)).rejects.toThrow(
      'reglue has no option "newname"',
    );
  });
});

describe("scrapsReport", () => {
  test("shows the displays under keys and names", async () => {
    const outputs = await scrapsReport(new Scrapbook([["AAA", notebook]]));
    expect(outputs?.map(({ data }) => Object.values(data)[0])).toEqual([
      "### AAA",
      "#### chart",
      "<b>",
    ]);
  });

  test("shows unattached displays in a kernel without metadata", async () => {
    const sent: KernelOutput[] = [];
    const kernel = {
      name: "fake",
      withoutMetadata: "it has no metadata",
      send: (outputs: readonly KernelOutput[]) => void sent.push(...outputs),
    };
    await scrapsReport(new Scrapbook([["AAA", notebook]]), { kernel, headers: false });
    expect(sent).toHaveLength(1);
    await expect(reglue(notebook, "chart", { kernel })).rejects.toThrow("usage-kernel-limit");
  });

  test.each([
    [{ scrapnames: "chart" }, "scrapsReport has no option"],
    [{ headers: 1 }, "The option headers of scrapsReport is not right"],
  ])("names itself where %o is no option of its own", async (options, message) => {
    const book = new Scrapbook([["AAA", notebook]]);
    await expect(scrapsReport(book, options as object)).rejects.toThrow(message);
  });
});
