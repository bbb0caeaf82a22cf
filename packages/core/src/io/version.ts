import type { OpenedObject, Store, Version } from "./store.ts";

/** The version of an object whose bytes were read; `undefined` where its store has none. */
export function versionOf(
  store: Store<unknown>,
  opened: Pick<OpenedObject, "version">,
  bytes: Uint8Array,
): Version | undefined {
  return opened.version ?? store.versionOf?.(bytes);
}
