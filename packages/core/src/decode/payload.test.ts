import { describe, expect, test } from "vitest";
import { isScrapbookError } from "../error/error.ts";
import type { Problem } from "../error/problem.ts";
import { parseNotebook } from "../notebook/parse-notebook.ts";
import { jsonMime, notebookText, output, payload } from "../testing/notebook-text.ts";

const path = "/cells/0/outputs/0/data/application~1scrapbook.scrap.json+json";

function fault(value: string): string {
  const notebook = parseNotebook(notebookText([output({ [jsonMime]: value })]));
  try {
    void notebook.scraps;
  } catch (error) {
    if (isScrapbookError(error)) return `${error.code} ${error.path.replace(path, "P")}`;
  }
  return "none";
}

const versioned = (version: string) => payload("x", "1", "json", version);

describe("a payload", () => {
  const faults: [value: string, fault: string][] = [
    ["[]", "payload-not-object P"],
    ["null", "payload-not-object P"],
    ['"x"', "payload-not-object P"],
    ["1", "payload-not-object P"],
    ["{}", "payload-version-missing P"],
    [versioned("true"), "payload-version-invalid P/version"],
    [versioned('"1"'), "payload-version-invalid P/version"],
    [versioned("null"), "payload-version-invalid P/version"],
    [versioned("[1]"), "payload-version-invalid P/version"],
    [versioned("1.5"), "payload-version-invalid P/version"],
    [versioned("1e400"), "payload-version-invalid P/version"],
    [versioned("NaN"), "payload-version-invalid P/version"],
    [versioned("9".repeat(4_301)), "payload-version-invalid P/version"],
    [versioned("0"), "payload-version-unsupported P/version"],
    [versioned("-0.0"), "payload-version-unsupported P/version"],
    [versioned("-1"), "payload-version-unsupported P/version"],
    ['{"version": 1}', "payload-member-missing P"],
    ['{"version": 1, "name": 1}', "payload-member-type P/name"],
    ['{"version": 1, "name": "x"}', "payload-member-missing P"],
    ['{"version": 1, "name": "x", "data": null}', "payload-member-type P/data"],
    ['{"version": 1, "name": "x", "data": 1}', "payload-member-missing P"],
    ['{"version": 1, "name": "x", "data": 1, "encoder": 2}', "payload-member-type P/encoder"],
    ['{"version": 1, "name": "x", "data": 1, "encoder": 2, "encoder": "json"}', "none"],
    [versioned("1.0"), "none"],
    [versioned("10e-1"), "none"],
    [versioned("9".repeat(4_300)), "none"],
    [payload("x", "NaN"), "none"],
  ];
  for (const [value, expected] of faults) {
    test(`${value.length > 60 ? `${value.slice(0, 60)}…` : value} has the fault ${expected}`, () => {
      expect(fault(value)).toBe(expected);
    });
  }

  test("of a later version is read with a warning that names both versions", () => {
    const warnings: Problem[] = [];
    const text = notebookText([output({ [jsonMime]: versioned("2") })]);
    const notebook = parseNotebook(text, { onWarning: (warning) => warnings.push(warning) });
    expect(notebook.value("x")).toBe(1);
    expect(notebook.scraps.get("x")?.version).toBe(2);
    expect(warnings).toMatchObject([{ code: "payload-version-newer", path: `${path}/version` }]);
    expect(warnings[0]?.message).toContain("version 2");
    void notebook.scraps;
    expect(warnings).toHaveLength(1);
  });

  test("is named with the part that is wrong, what it is and what it has to be", () => {
    const text = notebookText([output({ [jsonMime]: '{"version": 1, "name": [1]}' })]);
    expect(() => parseNotebook(text, { source: "a.ipynb" }).scraps).toThrow(
      `[payload-member-type] The scrap payload's name has the wrong type (a.ipynb#${path}/name): got an array, expected a string.`,
    );
  });

  test("keeps members that nobody knows from being read as known ones", () => {
    const value = '{"Name": "y", "name": "x", "data": 1, "encoder": "json", "version": 1, "": 2}';
    expect(parseNotebook(notebookText([output({ [jsonMime]: value })])).value("x")).toBe(1);
  });
});
