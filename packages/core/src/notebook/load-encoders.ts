import type { AnyEncoder } from "../encoder/encoder.ts";
import { load, loadedIfPossible } from "../encoder/load.ts";
import type { Notebook } from "./notebook.ts";
import type { ReadOptions } from "./read-options.ts";

/**
 * The encoders to read with. With `strict: false` one that cannot be loaded takes only its own values
 * away: they say why. SPEC §4.6.
 */
export function readingEncoders({
  encoders,
  strict,
}: Pick<ReadOptions, "encoders" | "strict">): readonly AnyEncoder[] | undefined {
  return strict === false ? encoders?.map(loadedIfPossible) : encoders;
}

/**
 * Awaits `load()` of those encoders that the notebook's payloads name, so that their data can then
 * be read synchronously. A notebook without such scraps costs nothing. SPEC §4.
 *
 * @throws (rejects with) `encoder-unavailable`.
 */
export async function loadEncoders(
  notebook: Notebook,
  encoders: readonly AnyEncoder[] = [],
): Promise<void> {
  const loadable = encoders.filter((encoder) => encoder.load !== undefined);
  if (loadable.length === 0) return;
  const named = notebook.encoderNames;
  await Promise.all(
    loadable.filter((encoder) => named.has(encoder.name)).map((encoder) => load(encoder)),
  );
}

/**
 * Awaits `load()` of all encoders: for writing, where nobody knows yet which values there will be.
 *
 * @throws (rejects with) `encoder-unavailable`.
 */
export async function prepareEncoders(encoders: readonly AnyEncoder[] = []): Promise<void> {
  await Promise.all(encoders.map((encoder) => load(encoder)));
}
