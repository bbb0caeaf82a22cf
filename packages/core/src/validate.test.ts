import { expect, test } from "vitest";
import { validateDataBundle, validateNotebookDocument, validateScrapPayload } from "./validate.ts";

test("a validator names the path and what was expected", () => {
  const payload = { name: "x", data: 1, encoder: "json", version: 1 };
  expect(validateScrapPayload(payload)).toBe(true);
  expect(validateScrapPayload({ ...payload, data: 10n ** 30n })).toBe(true);
  expect(validateScrapPayload({ ...payload, name: 1 })).toBe(false);
  expect(validateScrapPayload.errors).toMatchObject([
    { instancePath: "/name", message: "must be string" },
  ]);
  expect(validateScrapPayload({ name: "x" })).toBe(false);
  expect(validateScrapPayload.errors?.[0]?.params).toEqual({ missingProperty: "data" });
});

test("validators of larger structures hold the smaller ones", () => {
  const data = { "application/scrapbook.scrap.json+json": { name: "x" } };
  expect(validateDataBundle({ data, metadata: {} })).toBe(false);
  expect(validateDataBundle.errors?.[0]?.instancePath).toContain("/data/application~1scrapbook");
  expect(
    validateNotebookDocument({ cells: [], metadata: {}, nbformat: 4, nbformat_minor: 5 }),
  ).toBe(true);
});
