import { execFileSync } from "node:child_process";
import { edit, parseNotebook } from "@scrapbook/core";
import { expect, test } from "vitest";
import { paramsYaml } from "./params.ts";

const values: readonly (readonly [name: string, value: unknown])[] = [
  ["integer", 1],
  ["float", 0.25],
  ["small", 1e-7],
  ["large", 1e22],
  ["big", 123456789012345678901234567890n],
  ["yes", true],
  ["word", "yes"],
  ["number-like", "1e5"],
  ["lines", 'a\n"b": c # d'],
  ["é: -", "\u2028\u0085"],
];

test("Python's YAML, as papermill reads it, has the values as they were", () => {
  const session = edit({ cells: [], metadata: {}, nbformat: 4, nbformat_minor: 5 });
  for (const [name, value] of values) session.set(name, value);
  const { scraps } = parseNotebook(session.toBytes());
  const script =
    "import sys, yaml, json; print(json.dumps([[k, v, type(v).__name__] for k, v in yaml.safe_load(sys.stdin.buffer.read()).items()]))";
  const python = process.env.SCRAPBOOK_PYTHON ?? "";
  const read = execFileSync(python, ["-c", script], { input: paramsYaml(scraps) }).toString();
  expect(JSON.parse(read)).toEqual(
    values.map(([name, value]) => [
      name,
      typeof value === "bigint" ? Number(value) : value,
      typeName(value),
    ]),
  );
});

function typeName(value: unknown): string {
  if (typeof value === "string") return "str";
  if (typeof value === "boolean") return "bool";
  return Number.isInteger(Number(value)) && value !== 1e22 ? "int" : "float";
}
