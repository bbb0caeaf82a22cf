import { close as closeFile, constants, open } from "node:fs";
import { Socket } from "node:net";
import { promisify } from "node:util";
import type { AbortSignalLike } from "@scrapbook/core";
import type { OpenedObject } from "@scrapbook/core/io";
import { fileError } from "./file-error.ts";
import { openStream } from "./open-stream.ts";
import type { FilePath } from "./path.ts";

/** What reading a pipe needs. */
export interface PipeOptions {
  readonly name: string;
  readonly maxBytes: number;
  readonly signal: AbortSignalLike | undefined;
}

/**
 * What comes out of a pipe, such as `<(command)` of a shell. Whoever reads it waits for somebody to
 * write, and for the end, without holding a thread, until the signal says so.
 */
export async function openPipe(
  path: FilePath,
  { name, maxBytes, signal }: PipeOptions,
): Promise<OpenedObject> {
  const flags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);
  const fd = await promisify(open)(path, flags);
  if (signal?.aborted) {
    await promisify(closeFile)(fd);
    throw signal.reason;
  }
  const socket = new Socket({ fd, readable: true, writable: false });
  const stop = (): void => void socket.destroy(signal?.reason as Error);
  signal?.addEventListener("abort", stop);
  const close = (): void => {
    signal?.removeEventListener("abort", stop);
    socket.destroy();
  };
  return openStream({ name, maxBytes, pieces: () => piecesOf(socket, name, signal), close });
}

async function* piecesOf(
  socket: Socket,
  name: string,
  signal: AbortSignalLike | undefined,
): AsyncGenerator<Uint8Array> {
  try {
    yield* socket as AsyncIterable<Uint8Array>;
  } catch (error) {
    throw signal?.aborted ? signal.reason : fileError(error, name);
  }
}
