import type { OptionRule } from "@scrapbook/core/internal";

export const anAmount: OptionRule = {
  expected: "a number that is not negative",
  fits: (value) => typeof value === "number" && value >= 0,
};

export const someNames: OptionRule = { expected: "a list of scrap names", fits: isNameList };

/** Whether a value is a list of texts. */
export function isNameList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((name) => typeof name === "string");
}
