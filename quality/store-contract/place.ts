import { isScrapbookError } from "@scrapbook/core";
import type { OpenedObject, OpenOptions, Pieces, Store, StoreAbilities } from "@scrapbook/core/io";
import { onTestFinished } from "vitest";

/** A fresh, empty place in a store, for one test. */
export interface Place<Location> {
  readonly store: Store<Location>;
  /** The folder that everything lies below; where the store cannot list, any location. */
  readonly folder: Location;
  /** The location of a path below the folder, after it was put there; or of where it could be. */
  at(path: string): Location;
  /** Puts bytes there as another program would: not through the store, where that can be. */
  put(path: string, bytes: Uint8Array): Promise<void>;
  /** Called when the test ends. */
  close?(): Promise<void>;
}

/** A store under test. */
export interface StoreTest<Location> {
  readonly name: string;
  make(): Promise<Place<Location>>;
  /** What the store promises: each ability is tested, and each that it lacks must be refused. */
  readonly can: StoreAbilities;
  /** Whether its objects have stamps. Default `true`. */
  readonly stamps?: boolean;
  /** Whether its objects have versions. Default: whether it can `expect`. */
  readonly versions?: boolean;
  /** Whether something can be named that is not there. Default `true`. */
  readonly absent?: boolean;
  /** File names that the place cannot hold. Default none. */
  readonly impossibleNames?: readonly string[];
  /** How many objects are listed where there are many. Default 1,200: more than a page of S3. */
  readonly many?: number;
}

/** A place that is closed when the test ends. */
export async function placeOf<L>({ make }: StoreTest<L>): Promise<Place<L>> {
  const place = await make();
  onTestFinished(() => place.close?.());
  return place;
}

/** A place with some objects. */
export async function placeWith<L>(
  test: StoreTest<L>,
  objects: Readonly<Record<string, string | Uint8Array>>,
): Promise<Place<L>> {
  const place = await placeOf(test);
  for (const [path, content] of Object.entries(objects)) await place.put(path, bytesOf(content));
  return place;
}

/** The code of the error that something rejects with, `"none"`, or the error itself. */
export async function faultOf(acting: unknown): Promise<unknown> {
  try {
    await acting;
  } catch (error) {
    return isScrapbookError(error) ? error.code : error;
  }
  return "none";
}

/** Opens what is there. */
export async function open<L>(
  { store }: Place<L>,
  location: L,
  options?: OpenOptions,
): Promise<OpenedObject> {
  const opened = await store.open(location, options);
  if (opened === undefined) throw new Error("open gave nothing");
  return opened;
}

/** The text of an object. */
export async function textAt<L>(place: Place<L>, path: string): Promise<string> {
  const opened = await open(place, place.at(path));
  try {
    return textOf([await opened.read()]);
  } finally {
    await opened.close();
  }
}

/** The version of an object. */
export async function versionAt<L>(place: Place<L>, path: string): Promise<string | undefined> {
  const opened = await open(place, place.at(path));
  const bytes = await opened.read();
  await opened.close();
  return opened.version ?? place.store.versionOf?.(bytes);
}

/** All of a stream's bytes. */
export async function all(stream: Pieces): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of stream) pieces.push(piece.slice());
  return join(pieces);
}

/** Bytes that are different everywhere. */
export function someBytes(length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  for (let i = 0; i < length; i++) bytes[i] = (i * 31 + (i >> 8)) & 0xff;
  return bytes;
}

export function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === "string" ? new TextEncoder().encode(content) : content;
}

export function textOf(pieces: readonly Uint8Array[]): string {
  return new TextDecoder().decode(join(pieces));
}

function join(pieces: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    joined.set(piece, at);
    at += piece.length;
  }
  return joined;
}

/** Whether two arrays hold the same: quicker than the test runner's way where they are long. */
export function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

/** A signal that is aborted, and its reason. */
export function abortedSignal(): { readonly signal: AbortSignal; readonly reason: Error } {
  const reason = new Error("enough");
  return { signal: AbortSignal.abort(reason), reason };
}

/** The text of a notebook with one scrap, `x`. */
export function notebookText(value: number): string {
  const payload = { name: "x", data: value, encoder: "json", version: 1 };
  const data = { "application/scrapbook.scrap.json+json": payload };
  const outputs = [{ output_type: "display_data", data, metadata: {} }];
  const cell = { cell_type: "code", execution_count: 1, metadata: {}, outputs, source: "" };
  return JSON.stringify({ cells: [cell], metadata: {}, nbformat: 4, nbformat_minor: 4 });
}
