import { decodeString } from "../json/string-literal.ts";
import { isSpace } from "../json/white-space.ts";
import type { Held } from "./held.ts";

/** What becomes of a value that is longer than its limit. */
export interface Keeping {
  /** Most bytes of the value. */
  readonly limit: number;
  /** What stands for one that is longer. Default: the least of its kind. */
  readonly stand?: string | undefined;
  /** Called where it is longer, with its place in the text, once that is known. */
  readonly onCut?: ((start: number, end: number) => void) | undefined;
}

// What has become of it so far.
/** Nothing but white space has come. */
const LEAD = 0;
/** All of it is held. */
const HELD = 1;
/** It is held, and behind it is more white space than is worth holding. */
const TRAIL = 2;
/** It is too long and is let go. */
const CUT = 3;

/** A value or key between two tokens of the tape, or a container whole, which comes in parts. */
export class Body {
  readonly #held: Held;
  readonly #mostSpace: number;
  #phase: number = LEAD;
  #keeping: Keeping = { limit: 0 };
  #space = 0;
  #first = 0;
  #start = 0;
  #end = 0;
  #position = 0;

  constructor(held: Held, mostSpace: number) {
    this.#held = held;
    this.#mostSpace = mostSpace;
  }

  /** The text of a string that is held; `undefined` for everything else. */
  text(): string | undefined {
    if (this.#first !== 0x22 || (this.#phase !== HELD && this.#phase !== TRAIL)) return undefined;
    const end = this.#position + this.#end - this.#start;
    return decodeString(this.#held.bytes, this.#position, end);
  }

  /** How many bytes of a value have come. */
  get length(): number {
    return this.#end - this.#start;
  }

  /** Whether nothing but white space has come. */
  get isEmpty(): boolean {
    return this.#phase === LEAD;
  }

  begin(keeping: Keeping): void {
    this.#phase = LEAD;
    this.#keeping = keeping;
    this.#space = 0;
  }

  /** Takes the bytes from `from` to `to`, the first of which are at `base`. */
  take(bytes: Uint8Array, from: number, to: number, base: number): void {
    let at = from;
    if (this.#phase === LEAD) {
      while (at < to && isSpace(bytes[at])) at++;
      const space = Math.min(at - from, this.#mostSpace - this.#space);
      this.#held.append(bytes, from, from + space);
      this.#space += space;
      if (at === to) return;
      this.#held.turn(base + at);
      this.#phase = HELD;
      this.#first = bytes[at] as number;
      this.#start = base + at;
      this.#position = this.#held.length;
    }
    let last = to;
    while (last > at && isSpace(bytes[last - 1])) last--;
    if (last > at) this.#end = base + last;
    if (this.#phase === HELD) {
      if (this.#held.length - this.#position + to - at <= this.#keeping.limit) {
        this.#held.append(bytes, at, to);
      } else this.#cut(bytes, at);
    } else if (this.#phase === TRAIL && last > at) this.#cut(bytes, at);
  }

  /** Ends it. @param isBare whether it is a container without members. */
  finish(isBare: boolean): void {
    if (this.#phase !== CUT) return;
    const { stand = standIn(this.#first, isBare), onCut } = this.#keeping;
    this.#held.appendText(stand);
    this.#held.turn(this.#end);
    onCut?.(this.#start, this.#end);
  }

  #cut(bytes: Uint8Array, at: number): void {
    const length = this.#end - this.#start;
    if (length <= this.#keeping.limit) {
      // Only white space is too much: the value is not.
      const missing = this.#position + length - this.#held.length;
      if (missing > 0) this.#held.append(bytes, at, at + missing);
      else this.#held.truncate(this.#position + length);
      this.#phase = TRAIL;
      return;
    }
    this.#held.truncate(this.#position);
    this.#phase = CUT;
  }
}

/** The least value that begins with a byte and has, or has not, members. */
function standIn(first: number, isBare: boolean): string {
  switch (first) {
    case 0x7b: // {
      return isBare ? "{}" : '{"":0}';
    case 0x5b: // [
      return "[]";
    case 0x22: // "
      return '""';
    default:
      return "0";
  }
}
