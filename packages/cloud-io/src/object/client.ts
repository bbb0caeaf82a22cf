import type { Stamp, Version } from "@scrapbook/core/io";

/**
 * What one kind of server can do, in single requests: no retries, no packing, no promises beyond a
 * request. Every method throws a `Failure`.
 *
 * @typeParam Address where an object lies, taken apart: a bucket and a key, a URL.
 */
export interface ObjectClient<Address> {
  /** What an error of a transfer that had begun means. */
  failureOf(error: unknown): unknown;

  /** Asks for bytes. `undefined`: the object still has the stamp `unless`. */
  get(address: Address, options: GetOptions): Promise<Answer | undefined>;

  /** Asks what an object is, without its bytes. `undefined`: there is none. */
  head(address: Address, signal: AbortSignal): Promise<ObjectHead | undefined>;

  /** Writes an object whole. Absent where the server is only read. */
  put?(address: Address, bytes: Uint8Array, options: PutOptions): Promise<Version>;

  /** Removes an object. */
  remove?(address: Address, signal: AbortSignal): Promise<void>;

  /** Lists a page. Absent where the server cannot list. */
  page?(address: Address, options: PageOptions): Promise<Page>;
}

export interface GetOptions {
  readonly signal: AbortSignal;
  /** Offsets of bytes as they are stored. `end` is exclusive. Default: all. */
  readonly range?: { readonly start: number; readonly end: number | undefined } | undefined;
  readonly unless?: Stamp | undefined;
  /** Only if the object still has this version: else a failure `store-conflict`. */
  readonly version?: Version | undefined;
}

/** What is known of an object from its headers. */
export interface ObjectHead {
  /** Bytes as they are stored, of the whole object. */
  readonly size: number | undefined;
  readonly stamp: Stamp | undefined;
  /** A strong version, where the server has one. */
  readonly version: Version | undefined;
  /** `Content-Encoding`, in lower case, where it is not `identity`. */
  readonly encoding: string | undefined;
  /** The marks of writes that led to it, the last at the end: see `marks.ts`. */
  readonly marks: readonly string[];
  /** What has to be kept when it is written anew; only the client that gave it looks into it. */
  readonly kept?: unknown;
}

/** Bytes on their way. */
export interface Answer {
  readonly head: ObjectHead;
  /** Offset of the first byte: 0 where the server does not know ranges. */
  readonly start: number;
  readonly bytes: AsyncIterable<Uint8Array>;
  /** Stops the transfer. An iteration that is under way fails. */
  close(): void;
}

export interface PutOptions {
  readonly signal: AbortSignal;
  /** Only if the object still has this version; `"none"`: only if there is none. Default: always. */
  readonly expect: Version | "none" | undefined;
  /** What is replaced: its type, encoding, metadata and tags are kept. */
  readonly over: ObjectHead | undefined;
  /** Marks to be stored with it, where the server can. */
  readonly marks: readonly string[];
}

export interface PageOptions {
  readonly signal: AbortSignal;
  readonly recursive: boolean;
  /** Where the page before ended. */
  readonly token: string | undefined;
  /** Most objects, where few are enough. */
  readonly limit?: number | undefined;
}

/** One page of a listing, in order. */
export interface Page {
  readonly objects: readonly PageObject[];
  /** Where the next page begins; `undefined`: this was the last. */
  readonly next: string | undefined;
  /** Whether folders were there: they count where somebody asks whether there is anything at all. */
  readonly hasFolders: boolean;
}

export interface PageObject {
  /** The path below the folder that is listed. */
  readonly below: string;
  readonly size: number | undefined;
  readonly stamp: Stamp | undefined;
}
