import { randomUUID } from "node:crypto";
import type { Version } from "@scrapbook/core/io";
import { Failure } from "../failure.ts";
import type { PutContext } from "../object/put.ts";
import { retry } from "../retry.ts";
import { copyAttributes } from "./attributes.ts";
import type { HdfsAddress } from "./location.ts";
import type { Rest } from "./rest.ts";
import { type FileStatus, stampOf, statusIfThere, statusOf } from "./status.ts";

/**
 * Writes a file whole: under a name of its own in the same folder, then by a rename, which the
 * NameNode carries out at once or not at all. Each step may be made again. Whether a rename took
 * place whose answer was lost is told by the temporary file: nobody else knows its name.
 */
export async function putFile(
  rest: Rest,
  bytes: Uint8Array,
  context: PutContext<HdfsAddress>,
): Promise<Version> {
  const { address, expect, over } = context;
  const status = over?.kept as FileStatus | undefined;
  const temporary = { ...address, path: temporaryPath(address.path) };
  const step = <T>(attempt: (signal: AbortSignal) => Promise<T>): Promise<T> =>
    retry(attempt, context);
  try {
    const like = status && {
      replication: String(status.replication),
      blocksize: String(status.blockSize),
    };
    await retry((signal) => rest.create(temporary, bytes, like ?? {}, signal), {
      ...context,
      sentBytes: bytes.length,
    });
    const made = await step((signal) => statusOf(rest, temporary, signal));
    if (made.length !== bytes.length) {
      throw new Failure("store-io", { what: "HDFS did not keep all bytes that were sent" });
    }
    if (status !== undefined) {
      const copy = { from: address, status, to: temporary, made };
      await step((signal) => copyAttributes(rest, copy, signal));
    }
    let mayBeDone = false;
    await step(async (signal) => {
      if (mayBeDone && (await statusIfThere(rest, temporary, signal)) === undefined) return;
      mayBeDone = true;
      await rename(rest, temporary, address.path, expect === "none", signal);
    });
    return stampOf(made);
  } catch (error) {
    // It may be nameless litter, but never a reason for another error.
    await rest
      .ask("DELETE", "DELETE", temporary, {}, AbortSignal.timeout(context.timeoutMs))
      .catch(() => {});
    throw error;
  }
}

/** Where a folder is in the way, `NONE` and `OVERWRITE` refuse; without them, it would be moved into it. */
async function rename(
  rest: Rest,
  from: HdfsAddress,
  destination: string,
  isNew: boolean,
  signal: AbortSignal,
): Promise<void> {
  const renameoptions = isNew ? "NONE" : "OVERWRITE";
  const answer = await rest.ask("PUT", "RENAME", from, { destination, renameoptions }, signal);
  // Servers that do not know the options answer as if they were not there.
  if ((answer as { boolean?: unknown } | undefined)?.boolean !== false) return;
  if (isNew) throw new Failure("store-conflict", { what: "There is a file already" });
  throw new Failure("store-unsupported", {
    what: "The server cannot replace a file by renaming another",
    hint: "Use the NameNode's own WebHDFS.",
  });
}

/** A hidden name that is no notebook's, beside the file. */
const temporaryPath = (path: string): string =>
  `${path.slice(0, path.lastIndexOf("/"))}/.scrapbook-${randomUUID()}.part`;
