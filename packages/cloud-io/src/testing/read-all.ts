import { isScrapbookError } from "@scrapbook/core";
import type { OpenOptions, Store } from "@scrapbook/core/io";

/** All bytes at a location. */
export async function readAll(
  store: Store,
  location: string,
  options?: OpenOptions,
): Promise<Uint8Array> {
  const opened = await store.open(location, options);
  try {
    return (await opened?.read()) ?? new Uint8Array();
  } finally {
    await opened?.close();
  }
}

/** All bytes at a location, as text. */
export const textAt = async (store: Store, location: string): Promise<string> =>
  new TextDecoder().decode(await readAll(store, location));

/** The code of the error that something rejects with; `"none"`. */
export async function codeOf(acting: Promise<unknown>): Promise<string> {
  try {
    await acting;
    return "none";
  } catch (error) {
    return isScrapbookError(error) ? error.code : String(error);
  }
}
