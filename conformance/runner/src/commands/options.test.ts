import { describe, expect, test } from "vitest";
import { type OptionTable, readMilliseconds, splitCommand } from "./options.ts";

const options = {
  level: { type: "string", multiple: true },
  validate: { type: "boolean" },
} as const satisfies OptionTable;

describe("splitCommand", () => {
  const rows: readonly [name: string, args: string, own: string, command: string][] = [
    ["a command alone", "node harness.js", "", "node harness.js"],
    ["options before the command", "--validate node x", "--validate", "node x"],
    ["an option's value", "--level reader node x", "--level reader", "node x"],
    ["a value after an equals sign", "--level=reader node x", "--level=reader", "node x"],
    ["the command's own options", "node --validate --level x", "", "node --validate --level x"],
    ["two dashes before the command", "--validate -- node x", "--validate", "node x"],
    ["two dashes within the command", "npm run x -- --fast", "", "npm run x -- --fast"],
    ["no command", "--validate", "--validate", ""],
  ];
  for (const [name, args, own, command] of rows) {
    test(`splits ${name}`, () => {
      const split = splitCommand(args.split(" "), options);
      expect([split.own.join(" "), split.command.join(" ")]).toEqual([own, command]);
    });
  }
});

describe("readMilliseconds", () => {
  test("takes whole milliseconds up to a day", () => {
    expect(["1", "86400000"].map((text) => readMilliseconds("x", text))).toEqual([1, 86_400_000]);
  });
  for (const text of ["0", "-1", "1.5", "1s", "", "86400001", "1e3"]) {
    test(`refuses ${JSON.stringify(text)}`, () => {
      expect(() => readMilliseconds("x", text)).toThrow(/^--x needs a number of milliseconds/);
    });
  }
});
