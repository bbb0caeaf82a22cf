import { wrongArgument } from "../error/check-options.ts";
import type { ScrapbookError } from "../error/error.ts";
import type { Fault } from "../json/fault.ts";
import { LineCounter } from "../json/line-counter.ts";
import { findPieceFault, keepStanding } from "../json/piece-fault.ts";
import type { PieceScanner } from "../json/piece-scanner.ts";
import { scanError } from "../json/scan-error.ts";
import type { Condenser } from "./condenser.ts";
import type { Held } from "./held.ts";

const byteOrderMark = [0xef, 0xbb, 0xbf];

/** How many bytes from a fault on its message needs: a whole character. */
function neededBytes(first: number | undefined): number {
  if (first === undefined) return 1;
  if (first >= 0xf0) return 4;
  return first >= 0xe0 ? 3 : first >= 0xc0 || first === 0 ? 2 : 1;
}

/** How much of a text's beginning tells what it looks like. */
const beginningLength = 24;

/** A fault, and what stands there, as far as it has come. */
interface PendingFault extends Fault {
  readonly rest: number[];
}

/** Scans a notebook that comes in pieces, and condenses it on the way. Holds a piece at a time. */
export class Condensing {
  readonly #scanner: PieceScanner;
  readonly #condenser: Condenser;
  readonly #held: Held;
  readonly #maxDepth: number;
  readonly #lines = new LineCounter();
  readonly #beginning = new Uint8Array(beginningLength);
  #beginningLength = 0;
  #before = new Uint8Array(0);
  /** Bytes in the scanner's input. */
  #filled = 0;
  /** The offset of the first of them. */
  #base = 0;
  #isBegun = false;
  #fault: PendingFault | undefined;

  constructor(scanner: PieceScanner, condenser: Condenser, held: Held, maxDepth: number) {
    this.#scanner = scanner;
    this.#condenser = condenser;
    this.#held = held;
    this.#maxDepth = maxDepth;
    scanner.begin(maxDepth);
  }

  /** How many bytes have come. */
  get length(): number {
    return this.#base + this.#filled;
  }

  /** Takes bytes, which may be overwritten afterwards. @throws a `json-` error; what is too large. */
  take(chunk: Uint8Array): void {
    if (!(chunk instanceof Uint8Array)) {
      throw wrongArgument("A piece of the notebook is not bytes", chunk, "a Uint8Array");
    }
    const { input, block } = this.#scanner;
    for (let at = 0; at < chunk.length; ) {
      if (this.#fault !== undefined) {
        this.#refuse(chunk.subarray(at), false);
        return;
      }
      const length = Math.min(chunk.length - at, input.length - this.#filled);
      input.set(chunk.subarray(at, at + length), this.#filled);
      this.#filled += length;
      at += length;
      if (this.#begin(false)) this.#scan(this.#filled - (this.#filled % block), false);
    }
  }

  /** Ends the text. @throws what {@link take} throws. */
  finish(): void {
    if (this.#fault === undefined) {
      this.#begin(true);
      this.#scan(this.#filled, true);
      if (this.#fault === undefined) this.#condenser.finish();
    }
    if (this.#fault !== undefined) this.#refuse(new Uint8Array(0), true);
  }

  /** Waits until a byte order mark would be there, and takes it out. */
  #begin(isLast: boolean): boolean {
    if (this.#isBegun) return true;
    const { input } = this.#scanner;
    if (this.#filled < byteOrderMark.length && !isLast) return false;
    this.#isBegun = true;
    if (this.#filled >= 3 && byteOrderMark.every((byte, i) => input[i] === byte)) {
      this.#noteBeginning(3);
      this.#held.append(input, 0, 3);
      input.copyWithin(0, 3, this.#filled);
      this.#filled -= 3;
      this.#base = 3;
      this.#before = Uint8Array.from(byteOrderMark);
    }
    return true;
  }

  #scan(length: number, isLast: boolean): void {
    if (length === 0 && !isLast) return;
    const { input } = this.#scanner;
    this.#noteBeginning(length);
    const standing = keepStanding(this.#scanner.standing);
    if (!this.#scanner.scan(length, isLast)) {
      const text = input.slice(0, this.#filled);
      const fault = findPieceFault(text, standing, this.#before, this.#maxDepth) ?? {
        code: "json-depth" as const,
        offset: 0,
        expected: "nesting that is less deep",
      };
      const at = Math.max(0, fault.offset);
      this.#countLines(at);
      this.#fault = { ...fault, offset: this.#base + at, rest: [] };
      this.#refuse(text.subarray(at), isLast);
      return;
    }
    this.#condenser.take(input, length, this.#base, this.#scanner.tape);
    this.#countLines(length);
    const last = [...this.#before, ...input.subarray(Math.max(0, length - 3), length)];
    this.#before = Uint8Array.from(last.slice(-3));
    input.copyWithin(0, length, this.#filled);
    this.#filled -= length;
    this.#base += length;
  }

  #countLines(length: number): void {
    this.#lines.take(this.#scanner.input, length, this.#scanner.lineFeeds?.(length));
  }

  /** Throws what is wrong, once enough has come to say what stands there. */
  #refuse(more: Uint8Array, isLast: boolean): void {
    const { rest, ...fault } = this.#fault as PendingFault;
    for (const byte of more.subarray(0, beginningLength - rest.length)) rest.push(byte);
    // What a text looks like is told by how it begins.
    const needed = Math.max(neededBytes(rest[0]), beginningLength - fault.offset);
    if (rest.length < needed && !isLast) return;
    throw this.#error(fault, Uint8Array.from(rest));
  }

  #error(fault: Fault, rest: Uint8Array): ScrapbookError {
    const position = this.#lines.position(rest[0]);
    const known = Math.min(this.#beginningLength, fault.offset);
    const beginning = Uint8Array.from([...this.#beginning.subarray(0, known), ...rest]);
    return scanError(fault, { position, beginning, rest });
  }

  #noteBeginning(length: number): void {
    if (this.#beginningLength >= beginningLength) return;
    const more = Math.min(length, beginningLength - this.#beginningLength);
    this.#beginning.set(this.#scanner.input.subarray(0, more), this.#beginningLength);
    this.#beginningLength += more;
  }
}
