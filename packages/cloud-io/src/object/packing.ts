import { pipeline, Readable } from "node:stream";
import { promisify } from "node:util";
import {
  brotliCompress,
  createBrotliDecompress,
  createGunzip,
  createInflate,
  deflate,
  gzip,
} from "node:zlib";
import { Failure } from "../failure.ts";

/** How the bytes of an object are packed. */
export type Packing = "gzip" | "deflate" | "br";

const pack = { gzip: promisify(gzip), deflate: promisify(deflate), br: promisify(brotliCompress) };
const unpackers = { gzip: createGunzip, deflate: createInflate, br: createBrotliDecompress };

/**
 * How an object is packed, by its `Content-Encoding`, or by the end of its name: papermill unpacks
 * what is called `.gz`, too.
 *
 * @throws `store-unsupported` for an encoding that nobody here knows.
 */
export function packingOf(encoding: string | undefined, name: string): Packing | undefined {
  if (encoding === undefined) return name.endsWith(".gz") ? "gzip" : undefined;
  if (encoding === "gzip" || encoding === "x-gzip") return "gzip";
  if (encoding === "deflate" || encoding === "br") return encoding;
  throw new Failure("store-unsupported", {
    what: "The object is packed in a way that is not known",
    got: /^[\w, -]{1,40}$/.test(encoding) ? `Content-Encoding ${encoding}` : undefined,
    hint: "Store it unpacked, or packed by gzip, deflate or br.",
  });
}

/** Bytes, packed. */
export async function packed(bytes: Uint8Array, packing: Packing | undefined): Promise<Uint8Array> {
  return packing === undefined ? bytes : await pack[packing](bytes);
}

/**
 * Packed bytes, unpacked piece by piece. What is called gzip and does not begin like it was unpacked
 * on its way, as some servers do, and is given as it is.
 */
export async function* unpacked(
  pieces: AsyncIterable<Uint8Array>,
  packing: Packing,
): AsyncGenerator<Uint8Array> {
  const all = pieces[Symbol.asyncIterator]();
  const first = await all.next();
  if (first.done) return;
  const rest: AsyncIterable<Uint8Array> = {
    [Symbol.asyncIterator]: () => ({ next: () => all.next(), return: async () => leave(all) }),
  };
  const whole = startWith(first.value, rest);
  if (packing === "gzip" && first.value[0] !== 0x1f) {
    yield* whole;
    return;
  }
  const unpacker = unpackers[packing]();
  pipeline(Readable.from(whole, { objectMode: true }), unpacker, () => {});
  try {
    for await (const piece of unpacker) yield piece as Uint8Array;
  } catch (error) {
    if (!isOfZlib(error)) throw error;
    throw new Failure("store-io", {
      what: "The object is not packed as it says",
      got: (error as { code: string }).code,
      hint: `Check its Content-Encoding (${packing}) and its bytes.`,
    });
  }
}

async function* startWith(
  first: Uint8Array,
  rest: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield first;
  yield* rest;
}

async function leave(all: AsyncIterator<Uint8Array>): Promise<IteratorResult<Uint8Array>> {
  await all.return?.();
  return { done: true, value: undefined };
}

const isOfZlib = (error: unknown): boolean =>
  error instanceof Error &&
  "errno" in error &&
  "code" in error &&
  /^(Z_|ERR_)/.test(`${error.code}`);
