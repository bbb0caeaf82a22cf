import type { Version } from "@scrapbook/core/io";
import { Failure } from "../failure.ts";
import { once, pause, type RequestOptions, retry } from "../retry.ts";
import type { ObjectClient, ObjectHead } from "./client.ts";
import { nextMarks, verdictOf } from "./marks.ts";

/** A write that is to be carried out. */
export interface PutContext<Address> extends RequestOptions {
  readonly client: ObjectClient<Address>;
  readonly address: Address;
  readonly expect: Version | "none" | undefined;
  /** The object that is replaced; `undefined`: there is none. */
  readonly over: ObjectHead | undefined;
}

/** How often it is looked what became of a write before it is said that nobody knows. */
const mostLooks = 3;

/**
 * Writes an object, and says truly what became of it. A conditional write whose answer was lost may
 * be made again: it takes place at most once. If it is then refused, or fails for good, the marks of
 * the object tell whether it was ours that came first.
 *
 * @throws (rejects with) a `Failure`: `store-conflict` only where the write certainly did not take
 * place, `store-outcome-unknown` where nobody can say.
 */
export async function putSafely<Address>(
  bytes: Uint8Array,
  context: PutContext<Address>,
): Promise<Version> {
  const { client, address, expect, over } = context;
  const marks = nextMarks(over?.marks ?? [], over?.version ?? "none");
  const request = { ...context, sentBytes: bytes.length };
  const attempt = (signal: AbortSignal): Promise<Version> => {
    if (client.put === undefined)
      throw new Failure("store-unsupported", { what: "It is only read" });
    return client.put(address, bytes, { signal, expect, over, marks });
  };
  // Without a condition a second time does what the first did.
  if (expect === undefined) return retry(attempt, request);

  let isDoubtful = false;
  for (let failed = 0; ; failed++) {
    let failure: Failure;
    try {
      return await once(attempt, request);
    } catch (error) {
      // The caller gave up, or something else than the request went wrong.
      if (!(error instanceof Failure)) throw error;
      failure = error;
    }
    isDoubtful ||= failure.details.mayBeDone === true;
    const mayRetry = failure.details.isPassing === true && failed < context.retries;
    if (isDoubtful) {
      // At once: others may be busy, and the marks reach back only so far.
      const done = await settle(marks, failure, mayRetry, context);
      if (done !== undefined) return done;
    }
    if (!mayRetry) throw failure;
    await pause(Math.min(failed, 1), failure, context.signal);
  }
}

/**
 * Finds out what became of a write.
 *
 * @returns the version it has; `undefined` where nothing has changed so far.
 * @throws (rejects with) `store-conflict` where another was first, so that ours cannot take place any
 * more; `store-outcome-unknown`.
 */
async function settle<Address>(
  marks: readonly string[],
  failure: Failure,
  mayRetry: boolean,
  context: PutContext<Address>,
): Promise<Version | undefined> {
  const own = marks.at(-1);
  for (let looked = 1; ; looked++) {
    const now = await lookAt(context);
    if (now?.marks.at(-1) === own && now?.version !== undefined) return now.version;
    const isUnchanged =
      now === undefined ? context.expect === "none" : now.version === context.expect;
    // What the server answered stands: only a request that may still be on its way could change it.
    if (isUnchanged && (mayRetry || failure.code === "store-io")) return undefined;
    const verdict = now === undefined ? "unknown" : verdictOf(marks, now.marks);
    // Ours came first, and another behind it. Its version was never told: a token that nothing has.
    if (verdict === "done") return `replaced ${own}`;
    if (verdict === "not-done") {
      throw new Failure("store-conflict", {
        what: "It changed meanwhile",
        hint: "Nothing was written. Read it again and repeat the change.",
      });
    }
    // Servers that replace an object while they tell of it give the one's version and the other's marks.
    if (looked >= mostLooks) throw outcomeUnknown();
  }
}

async function lookAt<Address>(context: PutContext<Address>): Promise<ObjectHead | undefined> {
  try {
    return await retry((signal) => context.client.head(context.address, signal), context);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    throw outcomeUnknown();
  }
}

function outcomeUnknown(): Failure {
  return new Failure("store-outcome-unknown", {
    what: "It was sent, its answer was lost, and reading back did not settle whether it was written",
    hint: "Read the object again before you repeat the change.",
  });
}
