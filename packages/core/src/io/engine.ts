import { readingEncoders } from "../notebook/load-encoders.ts";
import type { ReadOptions } from "../notebook/read-options.ts";
import type { IOSetup } from "./router.ts";

/** Options with the engine that the package chooses, where the caller gives none. */
export function withEngine<T extends Pick<ReadOptions, "engine">>(
  options: T,
  { engine }: IOSetup,
): T {
  if (options.engine !== undefined || engine === undefined) return options;
  return { ...options, engine: engine() };
}

/** Options for reading: with the package's engine, and the encoders as `strict` wants them. */
export function forReading<T extends Pick<ReadOptions, "engine" | "encoders" | "strict">>(
  options: T,
  setup: IOSetup,
): T {
  return withEngine({ ...options, encoders: readingEncoders(options) }, setup);
}
