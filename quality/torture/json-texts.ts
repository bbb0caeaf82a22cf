/** Random JSON texts, half of them damaged, made fast; the same for the same seed. */
export interface Texts {
  next(): Uint8Array;
  /** A text in pieces of random sizes, also of no bytes. */
  pieces(text: Uint8Array): Iterable<Uint8Array>;
}

const atoms =
  "0 -0 -0.0 1 12 1.5e-3 12E+4 -0e1 123456789012345 1234567890123456 0.12345678901234567 true false null NaN Infinity -Infinity 9007199254740993 -1e5".split(
    " ",
  );
const spaces = ["", "", "", " ", "\n", "\n  ", "\r\n\t", "\n                ", " ".repeat(70)];
const strings = [
  "",
  "a",
  "cells",
  "metadata",
  "{}[]:,",
  "é",
  "数据",
  "😀",
  "\u007f\u2028",
  "x".repeat(30),
  "y".repeat(61),
  '\\"',
  "\\\\",
  "\\n",
  "\\/",
  "\\u00e9",
  "\\ud800",
  "\\uD83D\\uDE00",
  "application/scrapbook.scrap.json+json",
];
const damage = Buffer.from(
  '{}[]:,"\\0 1x-+.eEtrufalsNIy\u0001\n\u001a\u000c\x80\xbf\xc3\xe2\xf0\xff',
  "latin1",
);

export function createTexts(seed: number): Texts {
  let state = seed | 0 || 1;
  const below = (limit: number): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % limit;
  };
  const pick = <T>(items: ArrayLike<T>): T => items[below(items.length)] as T;
  const space = (): string => pick(spaces);
  const literal = (): string => {
    let text = '"';
    for (let more = below(4); more > 0; more--) text += pick(strings);
    return `${text}"`;
  };
  // Deep enough that the scanner takes them many at a time, and long enough to fill what it takes.
  const numbers = (): string => {
    const depth = below(8);
    let text = pick(atoms);
    for (let more = below(40); more > 0; more--) {
      const number = below(3) === 0 ? pick(atoms) : `${(below(2e9) - 1e9) / pick([1, 64, 1e7, 3])}`;
      text += `${space()},${space()}${number}`;
    }
    return "[".repeat(depth + 1) + text + "]".repeat(depth + 1);
  };
  const value = (depth: number): string => {
    const kind = below(depth > 9 ? 4 : 9);
    if (kind < 2) return pick(atoms);
    if (kind < 4) return literal();
    let text = "";
    for (let more = below(4); more > 0; more--) {
      const member = kind < 7 ? `${literal()}${space()}:${space()}` : "";
      text += `${text === "" ? "" : ","}${space()}${member}${value(depth + 1)}${space()}`;
    }
    return kind < 7 ? `{${text || space()}}` : `[${text || space()}]`;
  };

  return {
    next() {
      const text = below(8) === 0 ? numbers() : value(below(4));
      const bytes = Buffer.from(`${space()}${text}${space()}`);
      if (below(2) === 0 || bytes.length === 0) return bytes;
      for (let more = 1 + below(2); more > 0; more--) {
        bytes[below(bytes.length)] = below(4) === 0 ? below(256) : pick(damage);
      }
      return below(4) === 0 ? bytes.subarray(0, below(bytes.length + 1)) : bytes;
    },
    *pieces(text) {
      for (let at = 0; at < text.length; ) {
        const size = pick([0, 1, 1, 2, 3, 5, 8, 16, 63, 64, 65, 128]);
        yield text.subarray(at, at + size);
        at += size;
      }
    },
  };
}
