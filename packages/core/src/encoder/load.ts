import { isScrapbookError, ScrapbookError } from "../error/error.ts";
import type { AnyEncoder, Encoding } from "./encoder.ts";

/** Awaits an encoder's `load()`. @throws (rejects with) `encoder-unavailable`. SPEC §4. */
export async function load(encoder: Pick<Encoding, "name" | "load">): Promise<void> {
  try {
    await encoder.load?.();
  } catch (error) {
    if (isScrapbookError(error)) throw error;
    throw new ScrapbookError("encoder-unavailable", {
      what: `The encoder ${JSON.stringify(encoder.name)} could not be loaded`,
      cause: error,
    });
  }
}

/**
 * The same encoder, whose `load()` never rejects: where it cannot be loaded, each of its values says
 * why when it is asked for, and the rest of the notebook is there. SPEC §4.6.
 */
export function loadedIfPossible(encoder: AnyEncoder): AnyEncoder {
  if (encoder.load === undefined) return encoder;
  let problem: ScrapbookError | undefined;
  return {
    name: encoder.name,
    encodable: (value) => encoder.encodable(value),
    encode: (value) => encoder.encode(value),
    decode: (data) => {
      if (problem !== undefined) throw problem;
      return encoder.decode(data);
    },
    load: () =>
      load(encoder).then(
        () => {
          problem = undefined;
        },
        (error: ScrapbookError) => {
          problem = error;
        },
      ),
  };
}
