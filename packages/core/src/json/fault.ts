import { literalFrom } from "./literal.ts";
import { highestSecond, lowestSecond, stringEnd } from "./string-token.ts";
import { skipSpace } from "./white-space.ts";

/** Where and why a text is no JSON. SPEC §12.2. */
export interface Fault {
  /** `json-empty`, `json-truncated`, `json-syntax`, `json-utf8` or `json-depth`. */
  readonly code: FaultCode;
  /** Offset of the first byte that no JSON text could have there; the length if more had to come. */
  readonly offset: number;
  /** What could have stood there. */
  readonly expected: string;
}

/** The codes of faults. */
export type FaultCode =
  | "json-empty"
  | "json-truncated"
  | "json-syntax"
  | "json-utf8"
  | "json-depth";

/**
 * Where `bytes` first stop being the beginning of any JSON text; `undefined` when they are one.
 *
 * The scanner sees only that something is wrong. This pass, which runs only then, takes one byte at
 * a time and so knows which was the first. The two are tested against each other.
 */
export function findFault(bytes: Uint8Array, maxDepth: number): Fault | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const closers: string[] = [];
  let at = 0;
  let fault: Fault | undefined;
  return isText() ? undefined : fault;

  // Each function below takes what its name says and tells whether it was there. If it was not,
  // `at` is at the first byte that is wrong.

  function isText(): boolean {
    if (bytes[0] === 0xef && !isWord("\xef\xbb\xbf", "a byte order mark")) return false;
    at = skipSpace(bytes, at);
    if (at === bytes.length) return refuse("a JSON value", "json-empty");
    for (;;) {
      at = skipSpace(bytes, at);
      const opening = letter();
      if (opening === "{" || opening === "[") {
        if (closers.length >= maxDepth) {
          return refuse(`nesting no deeper than ${maxDepth}`, "json-depth");
        }
        const closer = opening === "{" ? "}" : "]";
        closers.push(closer);
        at = skipSpace(bytes, at + 1);
        if (letter() !== closer) {
          if (closer === "}" && !isKey()) return false;
          continue;
        }
      } else if (!isScalar()) return false;
      for (;;) {
        at = skipSpace(bytes, at);
        const closer = closers.at(-1);
        if (closer === undefined) return at === bytes.length || refuse("the end");
        if (letter() === closer) {
          closers.pop();
          at++;
          continue;
        }
        if (!isOneOf(",", `\`,\` or \`${closer}\``) || (closer === "}" && !isKey())) return false;
        break;
      }
    }
  }

  function isKey(): boolean {
    at = skipSpace(bytes, at);
    if (letter() !== '"') return refuse("a key in double quotes");
    if (!isString()) return false;
    at = skipSpace(bytes, at);
    return isOneOf(":");
  }

  function isScalar(): boolean {
    if (letter() === '"') return isString();
    if (/[-\d]/.test(letter())) return isNumber();
    const literal = literalFrom(bytes[at]);
    return literal === undefined ? refuse("a JSON value") : isWord(literal);
  }

  function isString(): boolean {
    const end = stringEnd(bytes, view, ++at);
    if (end > 0) {
      at = end;
      return true;
    }
    // This is the one with the fault: it never ends.
    while (letter() === "\\" ? isEscape() : isCharacter());
    return false;
  }

  function isEscape(): boolean {
    at++;
    if (!isOneOf('"\\/bfnrtu', 'one of `"\\/bfnrtu`')) return false;
    const digits = bytes[at - 1] === 0x75 ? 4 : 0;
    for (let digit = 0; digit < digits; digit++) {
      if (!isOneOf("0123456789abcdefABCDEF", "a hexadecimal digit")) return false;
    }
    return true;
  }

  function isCharacter(): boolean {
    const lead = bytes[at] ?? 0;
    if (lead < 0x20) return refuse('a character or `"`');
    if (lead >= 0x80 && (lead < 0xc2 || lead > 0xf4)) return refuse("UTF-8");
    at++;
    let lowest = lowestSecond(lead);
    let highest = highestSecond(lead);
    for (let more = lead < 0x80 ? 0 : lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3; more > 0; more--) {
      const byte = bytes[at] ?? 0;
      if (byte < lowest || byte > highest) {
        return refuse("the rest of a UTF-8 character", "json-utf8");
      }
      at++;
      lowest = 0x80;
      highest = 0xbf;
    }
    return true;
  }

  function isNumber(): boolean {
    if (letter() === "-") at++;
    if (letter() === "I") return isWord("Infinity");
    if (letter() === "0") at++;
    else if (!isDigits()) return false;
    if (letter() === ".") {
      at++;
      if (!isDigits()) return false;
    }
    if (!/e/i.test(letter())) return true;
    at++;
    if (!/[-+]/.test(letter())) return isDigits("a digit or sign");
    at++;
    return isDigits();
  }

  function isDigits(expected = "a digit"): boolean {
    const start = at;
    while (/\d/.test(letter())) at++;
    return at > start || refuse(expected);
  }

  function isWord(word: string, expected = `\`${word}\``): boolean {
    for (const one of word) if (!isOneOf(one, expected)) return false;
    return true;
  }

  function isOneOf(letters: string, expected = `\`${letters}\``): boolean {
    if (!letters.includes(letter())) return refuse(expected);
    at++;
    return true;
  }

  function letter(): string {
    return String.fromCharCode(bytes[at] ?? 0);
  }

  function refuse(expected: string, code: FaultCode = "json-syntax"): false {
    const byte = bytes[at];
    const isEarly = byte === undefined && code !== "json-empty";
    const isLead = byte === undefined || byte < 0x80 || (byte >= 0xc2 && byte <= 0xf4);
    fault = {
      code: isEarly ? "json-truncated" : isLead ? code : "json-utf8",
      offset: at,
      expected,
    };
    return false;
  }
}
