import type { Span } from "./json/span.ts";

/**
 * Some of a notebook's bytes, with the file offset of the first. Spans stay in file offsets, so
 * that a view can keep a copy of just the outputs it needs and let the file go.
 */
export interface Region {
  readonly bytes: Uint8Array;
  readonly offset: number;
}

/** The bytes of a span that lies within the region. No copy. */
export function bytesOf(region: Region, span: Span): Uint8Array {
  return region.bytes.subarray(span.start - region.offset, span.end - region.offset);
}

/** A region that holds a copy of the span alone. */
export function copyRegion(region: Region, span: Span): Region {
  return {
    bytes: region.bytes.slice(span.start - region.offset, span.end - region.offset),
    offset: span.start,
  };
}
