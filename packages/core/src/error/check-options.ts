import { ScrapbookError } from "./error.ts";
import { nearNames, orList } from "./near-names.ts";

/** What an option may be. */
export interface OptionRule {
  /** What would have been right, for messages: `"throw" or "collect"`. */
  readonly expected: string;
  readonly fits: (value: unknown) => boolean;
  /** What is wrong within a value that does not fit. Default: the value. */
  readonly culprit?: (value: unknown) => unknown;
}

/** The options that a function takes, by name. */
export type OptionRules = Readonly<Record<string, OptionRule>>;

/**
 * Checks the options that a caller gave: that each is known, and may have its value. An option that
 * is `undefined` is an option not given. SPEC §12.7.
 *
 * @param taker the function that takes them, for the message.
 * @throws `usage-argument`, with near names where one is unknown.
 */
export function checkOptions(taker: string, options: unknown, rules: OptionRules): void {
  if (options === undefined) return;
  if (typeof options !== "object" || options === null || Array.isArray(options)) {
    throw wrongArgument(`${taker} takes its options as an object`, options, "an object");
  }
  for (const [name, value] of Object.entries(options)) {
    if (value === undefined) continue;
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
    if (rule === undefined) throw unknownOption(taker, name, Object.keys(rules));
    if (rule.fits(value)) continue;
    throw wrongArgument(
      `The option ${name} of ${taker} is not right`,
      rule.culprit?.(value) ?? value,
      rule.expected,
    );
  }
}

/**
 * {@link checkOptions} by names alone, for functions that are bundled small and find wrong values out
 * by themselves.
 *
 * @throws `usage-argument`.
 */
export function checkOptionNames(taker: string, options: object, names: string): void {
  const unknown = Object.keys(options).find((name) => !names.split(", ").includes(name));
  if (unknown === undefined) return;
  throw new ScrapbookError("usage-argument", {
    what: `${taker} has no option ${JSON.stringify(unknown)}`,
    expected: names,
  });
}

/** The error for an argument that is not what it must be. */
export function wrongArgument(
  what: string,
  value: unknown,
  expected: string,
  hint?: string,
): ScrapbookError {
  return new ScrapbookError("usage-argument", { what, got: describeValue(value), expected, hint });
}

function unknownOption(taker: string, name: string, names: readonly string[]): ScrapbookError {
  const near = nearNames(name, names);
  return new ScrapbookError("usage-argument", {
    what: `${taker} has no option ${describeValue(name)}`,
    hint: near.length > 0 ? `Did you mean ${orList(near)}?` : `There are: ${names.join(", ")}.`,
  });
}

/** Longest text of an argument in a message. */
const longestShown = 62;

/** What a value is, in a few words: never more of it than a message can bear. */
export function describeValue(value: unknown): string {
  if (typeof value === "function") return "a function";
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : "a list";
  const isText = typeof value === "string";
  if (typeof value !== "object" || value === null) {
    const text = isText ? JSON.stringify(value) : String(value);
    if (text.length <= longestShown) return text;
    return isText ? `a text of ${value.length} characters` : `a ${typeof value}`;
  }
  const name: unknown = value.constructor?.name;
  if (typeof name !== "string" || name === "" || name === "Object") return "an object";
  return `${/^([AEIO]|U(?!i|RL))/i.test(name) ? "an" : "a"} ${name.slice(0, longestShown)}`;
}

/** `true` or `false`. */
export const aBoolean: OptionRule = {
  expected: "true or false",
  fits: (value) => typeof value === "boolean",
};

export const aText: OptionRule = { expected: "text", fits: (value) => typeof value === "string" };

export const aFunction: OptionRule = {
  expected: "a function",
  fits: (value) => typeof value === "function",
};

/** What stops something: an `AbortSignal`, or whatever is used like one. */
export const aSignal: OptionRule = {
  expected: "an AbortSignal",
  fits: (value) =>
    typeof value === "object" &&
    value !== null &&
    "aborted" in value &&
    "throwIfAborted" in value &&
    typeof value.throwIfAborted === "function",
};

/** An integer from `least` on. `Infinity` is one, where there need be no limit. */
export function aCount(least: number): OptionRule {
  return {
    expected: `a whole number, ${least} or more`,
    fits: (value) =>
      typeof value === "number" &&
      value >= least &&
      (Number.isInteger(value) || value === Infinity),
  };
}

/** One of some texts. */
export function oneOf(...values: readonly string[]): OptionRule {
  return { expected: orList(values), fits: (value) => values.includes(value as string) };
}
