import type { DataResult } from "./data-result.ts";

/** What is looked at of a scrap. */
interface ShownScrap {
  readonly encoder: string;
  readonly mimeTypes: readonly string[];
  readonly result: DataResult<unknown>;
  tryData(): DataResult<unknown>;
}

/** A member of each scrap, and not of the class: only those are copied by `structuredClone`. */
export const resultOf: PropertyDescriptor = {
  enumerable: true,
  get(this: ShownScrap) {
    return this.tryData();
  },
};

/** What consoles show of a scrap. */
export function scrapView({ result, encoder, mimeTypes }: ShownScrap): object {
  return {
    encoder,
    ...(!result.ok && { error: result.error.code }),
    ...(result.ok && result.value !== undefined && { data: result.value }),
    ...(mimeTypes.length > 0 && { shownAs: mimeTypes.join(", ") }),
  };
}
