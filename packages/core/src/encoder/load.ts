import type { Notebook } from "../notebook/notebook.ts";
import type { AnyEncoder } from "./encoder.ts";

/**
 * Awaits `load()` of those encoders that the notebook's payloads name, so that their data can then
 * be read synchronously. A notebook without such scraps costs nothing. SPEC §4.
 */
export async function loadEncoders(
  notebook: Notebook,
  encoders: readonly AnyEncoder[] = [],
): Promise<void> {
  const loadable = encoders.filter((encoder) => encoder.load !== undefined);
  if (loadable.length === 0) return;
  const named = notebook.encoderNames;
  await Promise.all(
    loadable.filter((encoder) => named.has(encoder.name)).map((encoder) => encoder.load?.()),
  );
}
