import type { DecodedScrap } from "../decode/merge.ts";
import type { Span } from "../json/span.ts";

/** How much of a notebook's text a scrap takes, in bytes. */
export interface ScrapSize {
  /** The JSON text of its data; 0 without a payload. */
  readonly data: number;
  /** The output that shows it, without the payloads in it; 0 where none does. */
  readonly display: number;
}

/** Measures a scrap by its spans: nothing is decoded. */
export function sizeOf({ payload, display }: Pick<DecodedScrap, "payload" | "display">): ScrapSize {
  return {
    data: payload === undefined ? 0 : lengthOf(payload.data),
    display:
      display === undefined
        ? 0
        : display.output.bundle.reduce(
            (rest, member) => rest - lengthOf(member),
            lengthOf(display.output.span),
          ),
  };
}

function lengthOf({ start, end }: Span): number {
  return end - start;
}
