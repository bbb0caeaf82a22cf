import { type DenoSystem, setTimer } from "../platform.ts";
import type { IopubAddress } from "./iopub-address.ts";
import type { Protocol, ReadBytes } from "./iopub-echo.ts";

/** Runs a protocol over a new connection of Deno's; `undefined` where there is none to be had. */
export async function runAwaited<T>(
  deno: DenoSystem,
  address: IopubAddress,
  protocol: Protocol<T>,
): Promise<T | undefined> {
  const connection = await deno.connect(address).catch(() => undefined);
  if (connection === undefined) return undefined;
  const chunk = new Uint8Array(65_536);
  let reading: Promise<ReadBytes> | undefined;
  const readFor = async (timeoutMs: number): Promise<ReadBytes> => {
    reading ??= connection.read(chunk).then(
      (length) => (length === null ? "end" : chunk.subarray(0, length)),
      () => "end",
    );
    const read = await Promise.race([reading, sleep(timeoutMs)]);
    if (read !== "none") reading = undefined;
    return read;
  };
  try {
    let step = protocol.next();
    while (step.done !== true) {
      const { value } = step;
      if (typeof value !== "number") await write(connection.write.bind(connection), value);
      step = protocol.next(typeof value === "number" ? await readFor(value) : "none");
    }
    return step.value;
  } finally {
    connection.close();
  }
}

async function write(
  writeSome: (bytes: Uint8Array) => Promise<number>,
  bytes: Uint8Array,
): Promise<void> {
  for (let at = 0; at < bytes.length; ) at += await writeSome(bytes.subarray(at));
}

/** Resolves after some time. */
export function sleep(durationMs: number): Promise<"none"> {
  return new Promise((resolve) => setTimer(() => resolve("none"), durationMs));
}
