import { utf8Decoder, utf8Encoder } from "../../platform.ts";
import { byCodePoints } from "../code-points.ts";
import type { Member } from "../walk.ts";
import { joinPieces } from "./apply.ts";

/** How a file puts white space between its tokens, so that what is new looks like it. SPEC §13.8. */
export interface Layout {
  /** One level of indentation; `""` where a line holds but unindented text. */
  readonly indent: string;
  /** `"\n"`, `"\r\n"` or `"\r"`. */
  readonly newline: string;
  /** What separates elements that stand in one line: `","` or `", "`. */
  readonly comma: string;
  /** `":"`, or with spaces around it. */
  readonly colon: string;
  /** Whether the keys of the root are sorted, as Jupyter sorts all of them. */
  readonly sorted: boolean;
}

/** The layout of a file, as its root object shows it. */
export function detectLayout(bytes: Uint8Array, members: readonly Member[]): Layout {
  const first = members[0] as Member;
  const margin = marginAt(bytes, first.keyStart);
  const lineFeed = first.keyStart - (margin?.length ?? 0) - 1;
  const isCarriageReturn = bytes[lineFeed - 1] === 0x0d;
  const colon = bytes[first.valueStart - 1] === 0x20 ? ": " : ":";
  const isWide = margin === undefined ? bytes[first.commaAfter + 1] === 0x20 : colon === ": ";
  return {
    indent: margin ?? "",
    newline: bytes[lineFeed] === 0x0d ? "\r" : isCarriageReturn ? "\r\n" : "\n",
    comma: isWide ? ", " : ",",
    colon,
    sorted: isSorted(members.map(({ key }) => key)),
  };
}

/**
 * The white space before offset `at` from its last line end on: the margin of the line that starts
 * there; `undefined` where something else precedes it in its line.
 */
export function marginAt(bytes: Uint8Array, at: number): string | undefined {
  let i = at;
  while (bytes[i - 1] === 0x20 || bytes[i - 1] === 0x09) i--;
  const before = bytes[i - 1];
  return before === 0x0a || before === 0x0d ? utf8Decoder.decode(bytes.subarray(i, at)) : undefined;
}

/** Containers nested deeper than this stay in one line: margins must not grow what they hold. */
const deepestBroken = 100;

/** How much text is gathered before it becomes bytes. */
const chunkLength = 65_536;

/**
 * JSON text as bytes, with the file's white space: an element a line where there is a margin, as
 * Jupyter writes; all in one line where there is none. The tokens stay as they are.
 *
 * @param text JSON, or a member: `"key": value`.
 */
export function layOut(
  text: string,
  layout: Layout,
  margin: string | undefined,
): Uint8Array<ArrayBuffer> {
  const { newline, indent, comma, colon } = layout;
  const chunks: Uint8Array[] = [];
  let depth = 0;
  let laid = "";
  const lineBreak = (level: number): string =>
    margin === undefined || depth > deepestBroken ? "" : newline + margin + indent.repeat(level);
  for (let i = 0; i < text.length; ) {
    const character = text[i] as string;
    const end = tokenEnd(text, i);
    const next = skipSpace(text, end);
    if (isOpening(character) && isClosing(text[next])) {
      laid += character + text[next];
      i = skipSpace(text, next + 1);
      continue;
    }
    if (isOpening(character)) {
      depth++;
      laid += character + lineBreak(depth);
    } else if (isClosing(character)) {
      laid += lineBreak(depth - 1) + character;
      depth--;
    } else if (character === ",") {
      const broken = lineBreak(depth);
      laid += broken === "" ? comma : `,${broken}`;
    } else if (character === ":") laid += colon;
    else laid += text.slice(i, end);
    if (laid.length >= chunkLength) {
      chunks.push(utf8Encoder.encode(laid));
      laid = "";
    }
    i = next;
  }
  chunks.push(utf8Encoder.encode(laid));
  return joinPieces(chunks);
}

function isOpening(character: string | undefined): boolean {
  return character === "{" || character === "[";
}

function isClosing(character: string | undefined): boolean {
  return character === "}" || character === "]";
}

const space = /[ \t\r\n]*/y;
const atom = /[^ \t\r\n,:[\]{}"]*/y;

function skipSpace(text: string, at: number): number {
  space.lastIndex = at;
  space.test(text);
  return space.lastIndex;
}

/** The end of the token at `at`: a string, a number or word, or a single character. */
function tokenEnd(text: string, at: number): number {
  if (text[at] !== '"') {
    atom.lastIndex = at;
    atom.test(text);
    return Math.max(atom.lastIndex, at + 1);
  }
  for (let quote = at; ; ) {
    quote = text.indexOf('"', quote + 1);
    let slashes = 0;
    while (text[quote - 1 - slashes] === "\\") slashes++;
    if (slashes % 2 === 0) return quote + 1;
  }
}

function isSorted(keys: readonly string[]): boolean {
  return keys.every((key, i) => i === 0 || byCodePoints(keys[i - 1] as string, key) <= 0);
}
