import type { Span } from "./json/span.ts";

/**
 * Some of a notebook's bytes, and the file offset that the first of the array would have. Spans stay
 * in file offsets, so that a view can keep a copy of just the outputs it needs and let the file go.
 */
export interface Region {
  readonly bytes: Uint8Array;
  readonly offset: number;
}

/** The bytes of a span that lies within the region. No copy. */
export function bytesOf(region: Region, span: Span): Uint8Array {
  return region.bytes.subarray(span.start - region.offset, span.end - region.offset);
}

/** Makes regions that need nothing of the file, once {@link RegionKeeper.finish} was called. */
export interface RegionKeeper {
  readonly keep: (span: Span) => Region;
  readonly finish: () => void;
}

/** Keeps the whole file: every span lies in one region. */
export function keepFile(bytes: Uint8Array): RegionKeeper {
  const whole: Region = { bytes, offset: 0 };
  return { keep: () => whole, finish: () => {} };
}

/**
 * Keeps copies of the spans alone, one behind the other in a single array: a notebook has dozens,
 * and an array for each would cost more than reading it.
 */
export function keepCopies(bytes: Uint8Array): RegionKeeper {
  const kept: { readonly region: { -readonly [key in keyof Region]: Region[key] }; span: Span }[] =
    [];
  return {
    keep: (span) => {
      const region = { bytes, offset: 0 };
      kept.push({ region, span });
      return region;
    },
    finish: () => {
      const length = kept.reduce((sum, { span }) => sum + span.end - span.start, 0);
      const copies = new Uint8Array(length);
      let at = 0;
      for (const { region, span } of kept) {
        copies.set(bytes.subarray(span.start, span.end), at);
        region.bytes = copies;
        region.offset = span.start - at;
        at += span.end - span.start;
      }
    },
  };
}
