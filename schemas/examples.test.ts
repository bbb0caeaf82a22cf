import { describe, expect, test } from "vitest";
import {
  checkErrors,
  checkSchemas,
  exampleChecker,
  readExamples,
  readSchemas,
} from "./check/check.mjs";

const schemas = readSchemas();
const examples = readExamples();
const check = exampleChecker(schemas);

test("the schemas are JSON Schema 2020-12, with titles, descriptions and examples", () => {
  expect(schemas.size).toBeGreaterThan(0);
  expect(checkSchemas(schemas)).toEqual([]);
});

test("errors.json, SPEC.md and the schemas agree", () => {
  expect(checkErrors(schemas)).toEqual([]);
});

test("every schema has valid and invalid examples", () => {
  const kinds = new Set(examples.map(({ schema, valid }) => `${schema} ${valid}`));
  const expected = [...schemas.keys()].flatMap((name) => [`${name} true`, `${name} false`]);
  expect([...kinds].sort()).toEqual(expected.sort());
});

describe("examples", () => {
  test.each(examples.map((example) => [example.path, example] as const))("%s", (_, example) => {
    expect(check(example)).toEqual([]);
  });
});

test("the checker finds an example that is misjudged", () => {
  const wrong = { path: "x", schema: "record", why: "", code: "no-such-code", at: "/y" };
  expect(check({ ...wrong, valid: true, instance: [] })).toHaveLength(1);
  expect(check({ ...wrong, valid: false, instance: { x: 1 } })).toHaveLength(1);
  expect(check({ ...wrong, valid: false, instance: [] })).toHaveLength(3);
  expect(check({ ...wrong, schema: "none", valid: true, instance: {} })).toHaveLength(1);
});
