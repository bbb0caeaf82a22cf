import { collectBytes, type OpenedObject, tooLarge } from "@scrapbook/core/io";
import { errorOf, Failure } from "../failure.ts";
import { type RequestOptions, retry } from "../retry.ts";
import type { Answer, GetOptions, ObjectHead } from "./client.ts";
import { packingOf, unpacked } from "./packing.ts";
import { resumed } from "./resume.ts";

/** What an opened object needs to ask again. */
export interface OpenedContext extends RequestOptions {
  /** What `nameOf` gives. */
  readonly name: string;
  readonly maxBytes: number;
  /** One request. */
  get(options: GetOptions): Promise<Answer | undefined>;
  failureOf(error: unknown): unknown;
}

/**
 * An object whose bytes are on their way already: reading all of it takes no further request. What
 * asks for a part stops them, and asks for the part.
 *
 * @throws `store-too-large`; `store-unsupported` where it is packed in an unknown way.
 */
export function openAnswer(answer: Answer, context: OpenedContext): OpenedObject {
  const { head } = answer;
  const { name, maxBytes } = context;
  let first: Answer | undefined = answer;
  const close = (): void => {
    first?.close();
    first = undefined;
  };
  const take = (): Answer | undefined => {
    const taken = first;
    first = undefined;
    return taken;
  };
  let packing: ReturnType<typeof packingOf>;
  try {
    packing = packingOf(head.encoding, name);
    if (packing === undefined && head.size !== undefined && head.size > maxBytes) {
      throw tooLarge(name, maxBytes);
    }
  } catch (error) {
    close();
    throw errorOf(error, name);
  }
  const size = packing === undefined ? head.size : undefined;

  /** Asks for what begins at an offset, of this version. */
  const reopen = async (start: number, end?: number): Promise<Answer> => {
    const { version } = head;
    const range = start === 0 && end === undefined ? undefined : { start, end };
    const again = await retry((signal) => context.get({ signal, range, version }), context);
    if (again === undefined) throw changed();
    if (again.head.version !== version || (version === undefined && !isAlike(again.head, head))) {
      again.close();
      throw changed();
    }
    return again;
  };

  /** Stored bytes of a range. */
  async function* stored(start: number, end: number | undefined): AsyncGenerator<Uint8Array> {
    if (start !== 0 || (end !== undefined && end !== head.size)) close();
    const till = end ?? head.size;
    const now = take() ?? (await reopen(start, end));
    const canResume = head.version !== undefined;
    yield* resumed(now, {
      ...context,
      start,
      end: till,
      reopen: canResume ? (from) => reopen(from, end) : undefined,
    });
  }

  async function* whole(): AsyncGenerator<Uint8Array> {
    const bytes = stored(0, undefined);
    yield* packing === undefined ? bytes : unpacked(bytes, packing);
  }

  async function* part(start: number, end: number): AsyncGenerator<Uint8Array> {
    const till = size === undefined ? end : Math.min(end, size);
    if (start >= till) return;
    if (packing === undefined) {
      yield* start === 0 && till === size
        ? stored(0, undefined)
        : stored(start, till === Infinity ? undefined : till);
      return;
    }
    let at = 0;
    for await (const piece of whole()) {
      const from = Math.max(0, start - at);
      const to = Math.min(piece.length, till - at);
      at += piece.length;
      if (from < to) yield piece.subarray(from, to);
      if (at >= till) return;
    }
  }

  async function* named(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    let length = 0;
    try {
      for await (const piece of pieces) {
        length += piece.length;
        if (length > maxBytes) throw tooLarge(name, maxBytes);
        yield piece;
      }
    } catch (error) {
      throw errorOf(error, name);
    }
  }

  return {
    size,
    stamp: head.stamp,
    version: head.version,
    read: async (into) => {
      for (let failed = 0; ; failed++) {
        try {
          return await collectBytes(whole(), { name, size, maxBytes, into });
        } catch (error) {
          // Without a version the rest cannot be asked for, but all of it can.
          const isPassing = error instanceof Failure && error.details.isPassing;
          if (!isPassing || head.version !== undefined || failed >= context.retries) {
            throw errorOf(error, name);
          }
        }
      }
    },
    stream: ({ start = 0, end = Infinity } = {}) =>
      named(start === 0 && end === Infinity ? whole() : part(start, end)),
    slice: (start, end) =>
      collectBytes(named(part(start, end)), {
        name,
        size: size === undefined ? undefined : Math.max(0, Math.min(end, size) - start),
        maxBytes,
      }),
    close: async () => close(),
  };
}

/** Whether two heads without versions may be those of the same bytes. */
const isAlike = (one: ObjectHead, other: ObjectHead): boolean =>
  one.stamp === other.stamp && one.size === other.size;

function changed(): Failure {
  return new Failure("store-conflict", {
    what: "It changed while it was read",
    hint: "Read it again.",
  });
}
