import { ScrapbookError } from "../error/error.ts";
import { defaultMaxIntegerDigits } from "./limit.ts";
import { setMember } from "./member.ts";
import type { ParseOptions } from "./parse-options.ts";
import type { JsonValue } from "./value.ts";

type Building = JsonValue[] | Record<string, JsonValue>;

const atom = /-?(?:\d+|Infinity|NaN)(\.\d+)?([eE][+-]?\d+)?|true|false|null/y;
const space = /[ \t\n\r]*/y;

/**
 * The value of a text that the scanner has accepted, numbers read as SPEC §10.1 says. Slower than
 * `JSON.parse`, which is asked where it reads the same.
 */
export function buildValue(text: string, options: ParseOptions): JsonValue {
  const containers: Building[] = [];
  const keys: string[] = [];
  let at = 0;
  let key = "";
  for (;;) {
    at = after(space, text, at);
    const around = containers.at(-1);
    if (around !== undefined && !Array.isArray(around)) {
      const end = literalEnd(text, at);
      key = literalText(text, at, end);
      at = after(space, text, after(space, text, end) + 1);
    }
    let value: JsonValue;
    const first = text[at];
    if (first === "[" || first === "{") {
      const container: Building = first === "[" ? [] : {};
      at = after(space, text, at + 1);
      if (text[at] !== "]" && text[at] !== "}") {
        containers.push(container);
        keys.push(key);
        continue;
      }
      at++;
      value = container as JsonValue;
    } else if (first === '"') {
      const end = literalEnd(text, at);
      value = literalText(text, at, end);
      at = end;
    } else {
      const end = after(atom, text, at);
      value = atomValue(text.slice(at, end), options);
      at = end;
    }
    // The value has ended, and its containers may end with it.
    for (;;) {
      const container = containers.at(-1);
      if (container === undefined) return value;
      if (Array.isArray(container)) container.push(value);
      else setMember(container, key, value);
      at = after(space, text, at) + 1;
      if (text[at - 1] === ",") break;
      value = container as JsonValue;
      containers.pop();
      key = keys.pop() as string;
    }
  }
}

function after(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  pattern.test(text);
  return pattern.lastIndex;
}

/** The offset after the string literal whose opening quote is at `at`. */
function literalEnd(text: string, at: number): number {
  let quote = at;
  for (;;) {
    quote = text.indexOf('"', quote + 1);
    let i = quote;
    while (text[i - 1] === "\\") i--;
    if ((quote - i) % 2 === 0) return quote + 1;
  }
}

function literalText(text: string, start: number, end: number): string {
  const inner = text.slice(start + 1, end - 1);
  return inner.includes("\\") ? (JSON.parse(text.slice(start, end)) as string) : inner;
}

function atomValue(word: string, options: ParseOptions): JsonValue {
  if (word === "true") return true;
  if (word === "false") return false;
  if (word === "null") return null;
  return /[.eENI]/.test(word) ? Number(word) : integerValue(word, options);
}

function integerValue(word: string, options: ParseOptions): number | bigint {
  const { integers = "auto", maxIntegerDigits = defaultMaxIntegerDigits } = options;
  const digits = word.length - (word.startsWith("-") ? 1 : 0);
  if (digits > maxIntegerDigits) {
    throw new ScrapbookError("json-integer-digits", {
      what: "An integer has too many digits",
      got: `${digits} digits`,
      expected: `${maxIntegerDigits} at most`,
      hint: "Raise maxIntegerDigits to read it.",
    });
  }
  if (integers === "bigint") return BigInt(word);
  // Adding 0 turns -0 into 0: an integer has no negative zero.
  const value = Number(word) + 0;
  return integers === "number" || Number.isSafeInteger(value) ? value : BigInt(word);
}
