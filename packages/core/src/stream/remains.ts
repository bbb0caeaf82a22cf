import { ScrapbookError } from "../error/error.ts";
import type { Span } from "../json/span.ts";
import type { Remains } from "../outline/read-outline.ts";
import type { Region } from "../outline/region.ts";
import type { Cut, Cuts } from "./cuts.ts";
import type { Held } from "./held.ts";
import { payloadTooLarge } from "./hold.ts";

/** What is held of a notebook, as its outline keeps it. */
export interface HeldRemains extends Remains {
  /** Puts bytes that were read once more where they were let go. */
  put(span: Span, bytes: Uint8Array): void;
  /** Whether all of a span can be had. */
  has(span: Span): boolean;
}

/**
 * Lets an outline find what is held by its place in the file.
 *
 * @param bytes what is held from `from` on: they stay as they are, while more may be added to `held`.
 * @param limit the most bytes of a payload, for messages.
 */
export function remainsOf(
  held: Held,
  cuts: Cuts,
  { bytes, from, plain, limit }: { bytes: Uint8Array; from: number; plain: boolean; limit: number },
): HeldRemains {
  /** In the order of the file: where it is read from first to last, each is put at the end. */
  const read: { readonly span: Span; readonly bytes: Uint8Array }[] = [];
  /** How many of them begin at an offset or before. */
  const countTo = (offset: number): number => {
    let low = 0;
    let high = read.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((read[middle] as (typeof read)[number]).span.start <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const readOf = ({ start, end }: Span) => {
    const found = read[countTo(start) - 1];
    return found !== undefined && end <= found.span.end ? found : undefined;
  };
  const find = (span: Span): Uint8Array => {
    const cut = cuts.within(span);
    // Nobody asks for part of a display but for its kind, which what stands for it has.
    const isKind = cut?.what === "display" && cut.start === span.start && cut.end === span.end;
    if (cut === undefined || isKind) {
      return bytes.subarray(held.positionOf(span.start) - from, held.positionOf(span.end) - from);
    }
    const again = readOf(span);
    if (again === undefined) throw notHeld(cut, limit);
    return again.bytes.subarray(span.start - again.span.start, span.end - again.span.start);
  };
  // What is read again may have numbers that what is held has not.
  const region: Region = { bytes, offset: 0, plain: false, find };
  const plainRegion: Region = { ...region, plain };
  return {
    offsetOf: (at) => held.offsetOf(from + at),
    keep: (span) => (cuts.within(span) === undefined ? plainRegion : region),
    finish: () => () => (start, end) => {
      if (end === 0) return undefined;
      const span = { start: held.offsetOf(from + start), end: held.offsetOf(from + end) };
      return { region: plainRegion, span };
    },
    has: (span) => cuts.within(span) === undefined || readOf(span) !== undefined,
    put: (span, again) => {
      read.splice(countTo(span.start), 0, { span, bytes: again });
    },
  };
}

/** The error for what was let go. */
function notHeld({ what, path, start }: Cut, limit: number): ScrapbookError {
  if (what === "payload") return payloadTooLarge(path, limit);
  if (what === "display") return displayNotKept(path, start);
  return new ScrapbookError("store-too-large", {
    what: "The notebook's metadata is larger than what is held of it",
    path,
    offset: start,
    hint: "Read the notebook whole.",
  });
}

/** The error for a display that was let go. */
export function displayNotKept(path: string, offset: number): ScrapbookError {
  return new ScrapbookError("display-not-kept", {
    what: "What shows the scrap was not kept while the notebook was read in pieces",
    path,
    offset,
    hint: "Await loadDisplay(name) where the source can be read again; else raise maxDisplayBytes.",
  });
}
