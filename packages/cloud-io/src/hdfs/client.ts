import { Failure } from "../failure.ts";
import { networkFailure } from "../network-failure.ts";
import type { Answer, ObjectClient, ObjectHead } from "../object/client.ts";
import type { HdfsAddress } from "./location.ts";
import type { Rest } from "./rest.ts";
import { type FileStatus, requireFile, stampOf, statusIfThere, statusOf } from "./status.ts";

/** HDFS by WebHDFS, a request at a time, for reading. */
export function hdfsClient(rest: Rest): ObjectClient<HdfsAddress> {
  return {
    failureOf: (error) => networkFailure(error) ?? error,

    async get(address, { signal, range, unless, version }) {
      const status = await statusOf(rest, address, signal);
      requireFile(status);
      const stamp = stampOf(status);
      if (unless !== undefined && stamp === unless) return undefined;
      if (version !== undefined && stamp !== version) throw changed();
      const start = range?.start ?? 0;
      const end = Math.min(range?.end ?? status.length, status.length);
      const parameters = { offset: String(start), length: String(end - start) };
      const answer = await rest.open(address, parameters, signal);
      const stop = new AbortController();
      const isSame = async (): Promise<void> => {
        const now = await statusIfThere(rest, address, stop.signal);
        if (now === undefined || stampOf(now) !== stamp) throw changed();
      };
      return {
        head: headOf(status),
        start,
        bytes: checked(answer as AsyncIterable<Uint8Array>, end - start, isSame),
        close: () => {
          stop.abort();
          answer.destroy();
        },
      } satisfies Answer;
    },

    async head(address, signal) {
      const status = await statusIfThere(rest, address, signal);
      if (status === undefined) return undefined;
      requireFile(status);
      return headOf(status);
    },
  };
}

/**
 * Bytes of a path. A path is all that can be asked for: so before the last of them is given, it is
 * made sure that the path still names what it named before the first.
 */
async function* checked(
  pieces: AsyncIterable<Uint8Array>,
  length: number,
  check: () => Promise<void>,
): AsyncGenerator<Uint8Array> {
  let left = length;
  for await (const piece of pieces) {
    left -= piece.length;
    if (left <= 0) await check();
    yield piece;
  }
}

const headOf = (status: FileStatus): ObjectHead => ({
  size: status.length,
  stamp: stampOf(status),
  version: stampOf(status),
  encoding: undefined,
  marks: [],
  kept: status,
});

function changed(): Failure {
  return new Failure("store-conflict", {
    what: "It changed while it was read",
    hint: "Read it again.",
  });
}
