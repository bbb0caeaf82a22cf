import ts from "typescript";
import { expect, test } from "vitest";
import type { Option, OptionSet } from "./options-of.mjs";
import { optionsPage } from "./page.mjs";

const declaration = (name: string): ts.Declaration =>
  ts.factory.createPropertySignature(undefined, name, undefined, undefined);

const option = (name: string, rest: Partial<Option> = {}): Option => ({
  ...{ name, type: "number", fallback: "1", unit: "", meaning: "It counts." },
  declaration: declaration(name),
  ...rest,
});

const set = (name: string, options: Option[], functions: string[] = []): OptionSet => ({
  ...{ name, options, functions, meaning: "" },
  declaration: declaration(name),
});

test("an option is a row: name, type, default, unit, meaning", () => {
  const options = [option("timeoutMs", { unit: "milliseconds" }), option("a", { fallback: "" })];
  const page = optionsPage([{ name: "it", sets: [set("ItOptions", options, ["it"])] }]);
  expect(page).toContain("## it\n\n### ItOptions\n\nOf `it`.\n");
  expect(page).toContain("| `timeoutMs` | `number` | 1 | milliseconds | It counts. |");
  expect(page).toContain("| `a` | `number` | must be given |  | It counts. |");
});

test("what is of an earlier set is named, not repeated", () => {
  const shared = [option("a"), option("b")];
  const sets = [set("BaseOptions", shared), set("MoreOptions", [...shared, option("c")])];
  const page = optionsPage([{ name: "it", sets }]);
  expect(page.match(/`a`/g)).toHaveLength(1);
  expect(page).toContain("All of [BaseOptions](#baseoptions), and:\n");
});

test("a bar in a type does not end its cell", () => {
  const page = optionsPage([
    { name: "it", sets: [set("O", [option("a", { type: '"x" | "y"' })])] },
  ]);
  expect(page).toContain('`"x" \\| "y"`');
});
