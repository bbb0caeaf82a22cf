import { describe, expect, test } from "vitest";
import { parseNotebook } from "../notebook/parse-notebook.ts";
import { notebookText, output } from "../testing/notebook-text.ts";

const read = (mime: string, value: string) =>
  parseNotebook(notebookText([output({ [mime]: value })]), { strict: false });
const prefix = "application/papermill.record";

describe("a legacy record", () => {
  const encoders: [mime: string, encoder: string][] = [
    [`${prefix}+json`, "json"],
    [`${prefix}/text`, "text"],
    [`${prefix}text`, "ext"],
    [`${prefix}😀json`, "json"],
    [prefix, ""],
  ];
  for (const [mime, encoder] of encoders) {
    test(`under ${mime} has the encoder ${JSON.stringify(encoder)}`, () => {
      expect(read(mime, '{"x": 1}').scraps.get("x")?.encoder).toBe(encoder);
    });
  }

  test("is its first member, whatever follows", () => {
    const { scraps } = read(`${prefix}+json`, '{"x": [1], "y": 2}');
    expect([...scraps.keys()]).toEqual(["x"]);
    expect(scraps.get("x")).toMatchObject({ data: [1], version: 1, rawText: "[1]" });
  });

  test("without members is none, and no problem", () => {
    const notebook = read(`${prefix}+json`, "{}");
    expect(notebook.scraps.size).toBe(0);
    expect(notebook.problems).toEqual([]);
  });

  const faults = ["[]", "null", '"x"', '{"x": null}', '{"x": null, "y": 1}'];
  for (const value of faults) {
    test(`that is ${value} is the problem payload-record-invalid`, () => {
      const notebook = read(`${prefix}+json`, value);
      expect(notebook.scraps.size).toBe(0);
      expect(notebook.problems).toMatchObject([
        {
          code: "payload-record-invalid",
          path: "/cells/0/outputs/0/data/application~1papermill.record+json",
        },
      ]);
    });
  }

  test("that is invalid hides an older value of its name", () => {
    const outputs = [
      output({ [`${prefix}+json`]: '{"x": 1}' }),
      output({ [`${prefix}+json`]: '{"x": null}' }),
    ];
    expect(parseNotebook(notebookText(outputs), { strict: false }).scraps.size).toBe(0);
  });
});
