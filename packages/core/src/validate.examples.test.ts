import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseJson } from "./json/parse.ts";
import * as validators from "./validate.ts";

const examples = new URL("../../../schemas/examples/", import.meta.url);

/** Which validator judges the examples of a schema; the list of errors has none. */
const byFolder = {
  "data-bundle": validators.validateDataBundle,
  "display-bundle": validators.validateDisplayBundle,
  notebook: validators.validateNotebookDocument,
  "payload.v1": validators.validateScrapPayload,
  record: validators.validateLegacyRecord,
  "scrap-metadata": validators.validateScrapMetadata,
};

describe.each(["valid", "invalid"])("an example that is %s is judged so:", (verdict) => {
  const files = Object.entries(byFolder).flatMap(([folder, validate]) =>
    readdirSync(new URL(`${verdict}/${folder}/`, examples)).map((file) => ({
      file: `${folder}/${file}`,
      validate,
    })),
  );
  test.each(files)("$file", ({ file, validate }) => {
    const text = readFileSync(new URL(`${verdict}/${file}`, examples), "utf8");
    expect(validate(parseJson(text))).toBe(verdict === "valid");
  });
});
