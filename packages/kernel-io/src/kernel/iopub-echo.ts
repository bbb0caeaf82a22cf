import { utf8Decoder, utf8Encoder } from "@scrapbook/core/internal";
import { denoSystem, setTimer, type TcpConnection } from "../platform.ts";

/**
 * Tells when a message has left Deno's kernel. `Deno.jupyter.broadcast` resolves when a message is
 * queued, and the message that ends a cell overtakes the queue; what is left in it is in no notebook.
 * So we listen to the kernel's iopub channel as one front end more. The kernel serves front ends in
 * the order in which they came: what reaches us has been written to the notebook's.
 */
export interface IopubEcho {
  /** Resolves when the message whose `transient` has {@link echoMember} with this value came back. */
  heard(echo: string): Promise<void>;
  close(): void;
}

/** The member of a message's `transient` that tells it from others: front ends ignore it. */
export const echoMember = "scrapbook_echo";

/** How much of a message's end is looked at: `transient` is its last member. */
const edge = 256;

/** How long ZMTP's greeting is. */
const greetingLength = 64;

/** Connects to the kernel's iopub channel; `undefined` where it cannot be found. */
export async function openIopubEcho(): Promise<IopubEcho | undefined> {
  try {
    const connection = await connectToIopub();
    return connection === undefined ? undefined : listen(connection);
  } catch {
    // No permission, another protocol, another platform: there is a way without.
    return undefined;
  }
}

async function connectToIopub(): Promise<TcpConnection | undefined> {
  const deno = denoSystem();
  // The file that told the kernel its ports; `--conn` is the last of its arguments.
  const command = await deno?.readTextFile("/proc/self/cmdline");
  const file = command?.split("\0").find((_, i, words) => words[i - 1] === "--conn");
  if (deno === undefined || file === undefined) return undefined;
  const {
    ip,
    iopub_port: port,
    transport,
  } = JSON.parse(await deno.readTextFile(file)) as {
    readonly ip: string;
    readonly iopub_port: number;
    readonly transport: string;
  };
  return transport === "tcp" ? deno.connect({ hostname: ip, port }) : undefined;
}

/** Speaks ZMTP 3.0 as a SUB socket: https://rfc.zeromq.org/spec/23/. */
async function listen(connection: TcpConnection): Promise<IopubEcho> {
  const waiting = new Map<string, () => void>();
  const greeting = new Uint8Array(greetingLength);
  greeting.set([0xff, 0, 0, 0, 0, 0, 0, 0, 0, 0x7f, 3, 0]);
  greeting.set(utf8Encoder.encode("NULL"), 12);
  const ready = utf8Encoder.encode("\u0005READY\u000bSocket-Type\0\0\0\u0003SUB");
  await write(connection, greeting);
  await write(connection, Uint8Array.of(4, ready.length, ...ready));
  // Subscribes to everything.
  await write(connection, Uint8Array.of(0, 1, 1));
  connection.unref?.();
  void hear(connection, (text) => {
    const [, behind = ""] = text.split(`"${echoMember}":`);
    const [, echo = ""] = behind.split('"');
    waiting.get(echo)?.();
    waiting.delete(echo);
  });
  return {
    heard: (echo) => new Promise((resolve) => waiting.set(echo, resolve)),
    close: () => connection.close(),
  };
}

/** Gives the end of each frame, until the connection ends. */
async function hear(connection: TcpConnection, onFrame: (text: string) => void): Promise<void> {
  const stream = reader(connection);
  try {
    await stream.read(greetingLength);
    for (;;) {
      const [flags = 0] = await stream.read(1);
      const isLong = (flags & 2) !== 0;
      const size = await stream.read(isLong ? 8 : 1);
      const length = size.reduce((sum, byte) => sum * 256 + byte, 0);
      await stream.skip(Math.max(length - edge, 0));
      onFrame(utf8Decoder.decode(await stream.read(Math.min(length, edge))));
    }
  } catch {
    // The kernel ended, or the stream was torn: whoever waits stops waiting by itself.
  }
}

/** Reads a connection piece by piece: a large message is never held. */
function reader(connection: TcpConnection) {
  const chunk = new Uint8Array(65_536);
  let rest = chunk.subarray(0, 0);
  const next = async (most: number): Promise<Uint8Array> => {
    if (rest.length === 0) {
      const count = await connection.read(chunk);
      if (count === null) throw new Error("the connection ended");
      rest = chunk.subarray(0, count);
    }
    const piece = rest.subarray(0, most);
    rest = rest.subarray(piece.length);
    return piece;
  };
  return {
    async skip(length: number): Promise<void> {
      for (let at = 0; at < length; ) at += (await next(length - at)).length;
    },
    async read(length: number): Promise<Uint8Array> {
      const bytes = new Uint8Array(length);
      for (let at = 0; at < length; ) {
        const piece = await next(length - at);
        bytes.set(piece, at);
        at += piece.length;
      }
      return bytes;
    },
  };
}

async function write(connection: TcpConnection, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length; ) at += await connection.write(bytes.subarray(at));
}

/** Waits for a promise, at most some time; whether it was kept. */
export function within(promise: Promise<void>, timeoutMs: number): Promise<boolean> {
  return new Promise((resolve) => {
    void promise.then(() => resolve(true));
    setTimer(() => resolve(false), timeoutMs);
  });
}
