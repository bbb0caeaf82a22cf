import { load } from "../encoder/load.ts";
import { createEncoders } from "../encoder/registry.ts";
import { type EncodeScrapOptions, encodeScrap } from "./encode-scrap.ts";
import type { Output } from "./output.ts";
import { findEncoder } from "./payload.ts";

/**
 * {@link encodeScrap}, after awaiting `load()` of the encoder that takes the value; no other is
 * loaded. SPEC §4, §11.
 *
 * @throws (rejects with) what `encodeScrap` throws, and `encoder-unavailable` where loading fails.
 */
export async function prepareScrap(
  name: string,
  value: unknown,
  options: EncodeScrapOptions = {},
): Promise<Output[]> {
  await loadEncoder(value, options);
  return encodeScrap(name, value, options);
}

/** Loads the encoder that takes the value; `undefined` where there is nothing to wait for. */
export function loadEncoder(
  value: unknown,
  { encoders, encoder }: EncodeScrapOptions,
): Promise<void> | undefined {
  const found = findEncoder(value, createEncoders(encoders), encoder);
  return found?.load && load(found);
}
