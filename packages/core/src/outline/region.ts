import { integralAt } from "../json/integral.ts";
import { parsePiece } from "../json/parse.ts";
import type { ParseOptions } from "../json/parse-options.ts";
import type { Span } from "../json/span.ts";
import { decodeString } from "../json/string-literal.ts";
import type { Tape } from "../json/tape.ts";
import type { JsonValue } from "../json/value.ts";
import { type JsonKind, kindAt } from "../json/walk.ts";
import { utf8Decoder } from "../platform.ts";
import type { CellMarks } from "./cell-marks.ts";

/**
 * Some of a notebook's bytes, and the file offset that the first of the array would have. Spans stay
 * in file offsets, so that a view can keep a copy of just the outputs it needs and let the file go.
 */
export interface Region {
  readonly bytes: Uint8Array;
  readonly offset: number;
  /** The tape's `plain`: how values in here can be parsed. */
  readonly plain: boolean;
  /**
   * Gives the bytes of a span where they do not lie one behind the other as in the file, since what
   * stood between them was let go. Default: they do.
   */
  readonly find?: ((span: Span) => Uint8Array) | undefined;
}

/** A value's span and the bytes it lies in. */
export interface Part {
  readonly region: Region;
  readonly span: Span;
}

/** The value of a span that lies within the region. Its bytes are not checked again. */
export function parseValue(region: Region, span: Span, options?: ParseOptions): JsonValue {
  return parsePiece(bytesOf(region, span), region.plain, options);
}

/** The bytes of a span that lies within the region. No copy. */
export function bytesOf(region: Region, span: Span): Uint8Array {
  if (region.find !== undefined) return region.find(span);
  return region.bytes.subarray(span.start - region.offset, span.end - region.offset);
}

/** What kind of value lies at a span within the region. */
export function kindIn(region: Region, span: Span): JsonKind {
  const { bytes, offset, find } = region;
  return find === undefined ? kindAt(bytes, span.start - offset) : kindAt(find(span), 0);
}

/** The number at a span within the region, if its value is integral. SPEC §3.2. */
export function integralIn(region: Region, span: Span): bigint | undefined {
  const { bytes, offset, find } = region;
  if (find === undefined) return integralAt(bytes, span.start - offset, span.end - offset);
  const found = find(span);
  return integralAt(found, 0, found.length);
}

/** The text of a string that lies at a span within the region. */
export function stringIn(region: Region, span: Span): string {
  const { bytes, offset, find } = region;
  if (find === undefined) return decodeString(bytes, span.start - offset, span.end - offset);
  const found = find(span);
  return decodeString(found, 0, found.length);
}

/** The exact JSON text of a span that lies within the region. */
export function textOf(region: Region, span: Span): string {
  return utf8Decoder.decode(bytesOf(region, span));
}

/** Makes regions that need nothing of the file, once {@link RegionKeeper.finish} was called. */
export interface RegionKeeper {
  readonly keep: (span: Span) => Region;
  /** Keeps what marks tell of, too, and says where. */
  readonly finish: (marks: CellMarks) => MarkedRegion | MarkedParts;
}

/** Where the values lie that marks tell of. Plain data, as all of an outline: threads can be sent it. */
export interface MarkedRegion {
  readonly region: Region;
  /** Where in its bytes copies of the values begin, one behind the other. Default: each is in its own place. */
  readonly copiedFrom?: number;
}

/** Begins with the first value that marks tell of: each call of what it gives makes the next part. */
export type MarkedParts = () => (start: number, end: number) => Part | undefined;

/** Keeps all the bytes, the first of which is at offset `base`: every span lies in one region. */
export function keepFile(bytes: Uint8Array, { plain }: Tape, base: number): RegionKeeper {
  const region: Region = { bytes, offset: base, plain };
  return { keep: () => region, finish: () => ({ region }) };
}

/**
 * Keeps copies of the spans alone, one behind the other in a single array: a notebook has dozens,
 * and an array for each would cost more than reading it.
 */
export function keepCopies(bytes: Uint8Array, { plain }: Tape, base: number): RegionKeeper {
  const kept: { readonly region: { -readonly [key in keyof Region]: Region[key] }; span: Span }[] =
    [];
  return {
    keep: (span) => {
      const region = { bytes, offset: base, plain };
      kept.push({ region, span });
      return region;
    },
    finish: (marks) => {
      const sum = kept.reduce((length, { span }) => length + span.end - span.start, 0);
      let length = sum;
      for (let i = 0; i < marks.length; i += 2) length += lengthAt(marks, i);
      const copies = new Uint8Array(length);
      let at = 0;
      for (const { region, span } of kept) {
        copyBytes(bytes, span.start - base, span.end - base, copies, at);
        region.bytes = copies;
        region.offset = span.start - at;
        at += span.end - span.start;
      }
      for (let i = 0; i < marks.length; i += 2) {
        copyBytes(bytes, marks[i] as number, marks[i + 1] as number, copies, at);
        at += lengthAt(marks, i);
      }
      return { region: { bytes: copies, offset: base, plain }, copiedFrom: sum };
    },
  };
}

/** Begins with the first value that marks tell of. See {@link MarkedParts}. */
export function markedParts(marked: MarkedRegion | MarkedParts): ReturnType<MarkedParts> {
  if (typeof marked === "function") return marked();
  const { region, copiedFrom } = marked;
  const { bytes, offset: base, plain } = region;
  let next = copiedFrom;
  return (start, end) => {
    if (end === 0) return undefined;
    const span = { start: base + start, end: base + end };
    if (next === undefined) return { region, span };
    const offset = base + start - next;
    next += end - start;
    return { region: { bytes, offset, plain }, span };
  };
}

function lengthAt(marks: CellMarks, i: number): number {
  return (marks[i + 1] as number) - (marks[i] as number);
}

/** For fewer bytes than this the platform's copying, which needs a view of them, takes longer. */
const longestLoop = 64;

function copyBytes(from: Uint8Array, start: number, end: number, to: Uint8Array, at: number): void {
  if (end - start > longestLoop) to.set(from.subarray(start, end), at);
  else for (let i = start; i < end; i++) to[at + i - start] = from[i] as number;
}
