import { isScrapbookError } from "@scrapbook/core";
import {
  collectBytes,
  conflict,
  defaultMaxBytes,
  type OpenedObject,
  openBytes,
  type Pieces,
  type ReplaceOptions,
  tooLarge,
  unsupported,
  type Version,
  type WriteOptions,
  type Written,
} from "@scrapbook/core/io";
import { domError, named } from "../dom-error.ts";
import { hashAside } from "../hash-version.ts";
import { withLock } from "../lock.ts";
import { mustWrite } from "./abilities.ts";
import { fileOf } from "./open-place.ts";
import { mustBePermitted } from "./permission.ts";
import type { FilePlace } from "./place.ts";
import { whyBrokenOff } from "./why-broken-off.ts";

const storeName = "handle";

/** Writes a file whole, under its lock. */
export async function writePlace(
  place: FilePlace,
  pieces: Pieces,
  { signal, expect }: WriteOptions = {},
): Promise<Written> {
  const { name } = place;
  mustWrite(storeName, name);
  if (expect === "none" && place.create === undefined) {
    throw unsupported(storeName, name, "promise that nothing is there");
  }
  await named(name, mustBePermitted(place.given));
  const bytes = await gather(name, pieces, signal);
  return withLock(await place.lock(), name, signal, () => put(place, bytes, expect, signal));
}

/** Reads, changes and writes a file, while no other tab of this origin does. */
export async function replacePlace(
  place: FilePlace,
  change: (now: OpenedObject) => Promise<Pieces | undefined>,
  { signal, maxBytes = defaultMaxBytes }: ReplaceOptions = {},
): Promise<Written | undefined> {
  const { name } = place;
  mustWrite(storeName, name);
  await named(name, mustBePermitted(place.given));
  return withLock(await place.lock(), name, signal, async () => {
    const file = await fileOf(place);
    if (file.size > maxBytes) throw tooLarge(name, maxBytes);
    const before = await bytesOf(file, name);
    const pieces = await change(openBytes(before, { name, maxBytes }));
    if (pieces === undefined) return undefined;
    const bytes = await gather(name, pieces, signal);
    return put(place, bytes, await hashAside(before), signal);
  });
}

async function bytesOf(file: File, name: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await named(name, file.arrayBuffer()));
}

async function gather(
  name: string,
  pieces: Pieces,
  signal: WriteOptions["signal"],
): Promise<Uint8Array<ArrayBuffer>> {
  signal?.throwIfAborted();
  const bytes = await collectBytes(pieces, { name, maxBytes: Number.MAX_SAFE_INTEGER });
  signal?.throwIfAborted();
  return bytes as Uint8Array<ArrayBuffer>;
}

/**
 * Writes into a copy that the browser keeps aside, looks once more whether the file is what it should
 * be, and puts the copy in its place.
 */
async function put(
  place: FilePlace,
  bytes: Uint8Array<ArrayBuffer>,
  expect: Version | "none" | undefined,
  signal: WriteOptions["signal"],
): Promise<Written> {
  const { name } = place;
  const version = await hashAside(bytes);
  if (expect === "none" && (await versionAt(place)) !== undefined) throw conflict(name, "a file");
  const { handle, isNew } = await handleFor(place, expect);
  let writable: FileSystemWritableFileStream | undefined;
  try {
    writable = await handle.createWritable();
    await writable.write(bytes).catch(whyBrokenOff);
    signal?.throwIfAborted();
    if (expect !== undefined && expect !== "none") await check(place, expect);
    await writable.close();
  } catch (error) {
    await writable?.abort().catch(() => {});
    if (isNew) await place.remove?.().catch(() => {});
    if (isMissing(error) && expect !== undefined) throw conflict(name, "no file");
    throw domError(error, name);
  }
  return { version };
}

/** The file's handle; of a file that is made where there is none and none was expected. */
async function handleFor(
  place: FilePlace,
  expect: Version | "none" | undefined,
): Promise<{ readonly handle: FileSystemFileHandle; readonly isNew: boolean }> {
  try {
    return { handle: await place.handle(), isNew: false };
  } catch (error) {
    if (!isMissing(error)) throw domError(error, place.name);
    if (expect !== undefined && expect !== "none") throw conflict(place.name, "no file");
    if (place.create === undefined) throw domError(error, place.name);
    return { handle: await named(place.name, place.create()), isNew: true };
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof DOMException && error.name === "NotFoundError";
}

async function check(place: FilePlace, expect: Version): Promise<void> {
  const found = await versionAt(place);
  if (found !== expect) {
    throw conflict(place.name, found === undefined ? "no file" : "another version");
  }
}

/** The version of what is there; `undefined` where nothing is. */
async function versionAt(place: FilePlace): Promise<Version | undefined> {
  try {
    return await hashAside(await bytesOf(await fileOf(place), place.name));
  } catch (error) {
    if (isScrapbookError(error) && error.code === "store-not-found") return undefined;
    throw error;
  }
}
