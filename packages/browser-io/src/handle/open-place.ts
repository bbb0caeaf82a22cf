import type { OpenedObject, OpenOptions } from "@scrapbook/core/io";
import { openBlob } from "../blob/open-blob.ts";
import { named } from "../dom-error.ts";
import { stampOf } from "../settled-stamp.ts";
import type { FilePlace } from "./place.ts";

/** Opens a file; `undefined` where it still has the stamp `unless`. */
export async function openPlace(
  place: FilePlace,
  settledMs: number,
  options: OpenOptions = {},
): Promise<OpenedObject | undefined> {
  options.signal?.throwIfAborted();
  const { name } = place;
  const file = await fileOf(place);
  options.signal?.throwIfAborted();
  const stamp = stampOf(file, settledMs);
  if (options.unless !== undefined && options.unless === stamp) return undefined;
  return openBlob(file, { name, stamp }, options);
}

/** The file as it is now. */
export function fileOf({ name, handle }: FilePlace): Promise<File> {
  return named(
    name,
    handle().then((found) => found.getFile()),
  );
}
