import { utf8Encoder } from "../platform.ts";
import { type Fault, findFault } from "./fault.ts";
import {
  AFTER_VALUE,
  COLON_NEXT,
  isObjectAt,
  KEY,
  KEY_OR_END,
  type Standing,
  seeds,
  VALUE,
} from "./piece-scanner.ts";

/** A {@link Standing} that stays as it is when the scan goes on. */
export function keepStanding(standing: Standing): Standing {
  const { depth, kinds } = standing;
  return { ...standing, kinds: kinds.slice(0, (depth >> 3) + 1) };
}

/**
 * Where a text stops being JSON, of which a scanner refused a piece. Found by the same slow pass as in
 * a whole text, over the piece behind the shortest text that leads where the scan stood before it.
 *
 * @param before the last three bytes before the piece, which may be the beginning of a character.
 * @returns the fault, in offsets of the piece; `undefined` where there is none.
 */
export function findPieceFault(
  piece: Uint8Array,
  standing: Standing,
  before: Uint8Array,
  maxDepth: number,
): Fault | undefined {
  // Only at the very beginning a byte order mark may stand: a space says that this is another place.
  const seed = utf8Encoder.encode(seedOf(standing) || (before.length > 0 ? " " : ""));
  const partial = partOfCharacter(standing, before);
  const lead = seed.length + partial.length;
  const text = new Uint8Array(lead + piece.length);
  text.set(seed);
  text.set(partial, seed.length);
  text.set(piece, lead);
  const fault = findFault(text, maxDepth);
  return fault && { ...fault, offset: fault.offset - lead };
}

/** The shortest text after which a scan stands as it says, but for what has come of a character. */
function seedOf({ depth, kinds, state, isInString, isEscaped, neededHex }: Standing): string {
  let text = "";
  for (let level = 1; level < depth; level++) text += isObjectAt(kinds, level) ? '{"":' : "[";
  const isObject = depth > 0 && isObjectAt(kinds, depth);
  if (depth > 0) text += isObject ? "{" : "[";
  const isKey = isObject && (state === KEY || state === KEY_OR_END || state === COLON_NEXT);
  if (isObject && !isKey) text += '"":';
  if (isInString) {
    const hex = neededHex > 0 ? `\\u${"0".repeat(4 - neededHex)}` : "";
    return `${text}"${isEscaped ? "\\" : hex}`;
  }
  if (state === COLON_NEXT || state === AFTER_VALUE) return `${text}""`;
  if (state === KEY) return `${text}"":0,`;
  if (state === VALUE && depth > 0 && !isObject) return `${text}0,`;
  return text + (seeds[state] ?? "");
}

/** What has come of a character that goes on in the next piece. */
function partOfCharacter({ isInString }: Standing, before: Uint8Array): Uint8Array {
  for (let length = 1; isInString && length <= before.length; length++) {
    const byte = before[before.length - length] as number;
    if (byte < 0x80) break;
    if (byte < 0xc0) continue;
    const needed = byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
    if (needed > length) return before.subarray(before.length - length);
    break;
  }
  return before.subarray(before.length);
}
