import type { Label } from "./label.ts";

/**
 * The tuple that a Python literal stands for: pandas writes a column of a MultiIndex as `str(tuple)`,
 * with the labels as strings, `None` or `nan`. Gives undefined for any other text.
 */
export function parseTuple(text: string): readonly Label[] | undefined {
  const scanner = new Scanner(text);
  const labels: Label[] = [];
  if (!scanner.take("(")) return undefined;
  while (!scanner.take(")")) {
    const label = scanner.value();
    if (label === undefined) return undefined;
    labels.push(label);
    if (scanner.take(",")) continue;
    if (!scanner.take(")")) return undefined;
    break;
  }
  return scanner.atEnd() ? labels : undefined;
}

const words: Readonly<Record<string, Label>> = {
  None: null,
  True: true,
  False: false,
  nan: Number.NaN,
};

const escapes: Readonly<Record<string, string>> = {
  n: "\n",
  r: "\r",
  t: "\t",
  a: "\x07",
  b: "\b",
  f: "\f",
  v: "\v",
  "\n": "",
};

const hexDigits: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

class Scanner {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  atEnd(): boolean {
    return this.#at === this.#text.length;
  }

  /** Passes over `character`, if it comes next, and over the spaces after it. */
  take(character: string): boolean {
    if (this.#text[this.#at] !== character) return false;
    this.#at++;
    while (this.#text[this.#at] === " ") this.#at++;
    return true;
  }

  value(): Label | undefined {
    const quote = this.#text[this.#at];
    if (quote === "'" || quote === '"') return this.#string(quote);
    const word = /[^,() ]*/y;
    word.lastIndex = this.#at;
    const found = word.exec(this.#text)?.[0] ?? "";
    this.#at += found.length;
    if (Object.hasOwn(words, found)) return words[found];
    return found !== "" && Number.isFinite(Number(found)) ? Number(found) : undefined;
  }

  #string(quote: string): string | undefined {
    let text = "";
    for (let at = this.#at + 1; at < this.#text.length; at++) {
      const character = this.#text[at] as string;
      if (character === quote) {
        this.#at = at + 1;
        return text;
      }
      if (character !== "\\") {
        text += character;
        continue;
      }
      const letter = this.#text[++at] ?? "";
      const digits = hexDigits[letter];
      if (digits === undefined) text += escapes[letter] ?? letter;
      else {
        const code = Number.parseInt(this.#text.slice(at + 1, at + 1 + digits), 16);
        if (!(code <= 0x10ffff)) return undefined;
        text += String.fromCodePoint(code);
        at += digits;
      }
    }
    return undefined;
  }
}
