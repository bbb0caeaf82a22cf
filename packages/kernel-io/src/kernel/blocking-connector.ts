import type { DenoSystem } from "../platform.ts";
import type { IopubAddress } from "./iopub-address.ts";
import type { Protocol, ReadBytes } from "./iopub-echo.ts";

/** Connects, and holds up the thread of the cells meanwhile; the kernel's own thread goes on. */
export interface BlockingConnector {
  /** Runs a protocol over a new connection; `undefined` where there is none to be had. */
  run<T>(protocol: Protocol<T>): T | undefined;
  /** Closes a connection that an interrupt left open: while nobody reads it, it would hold up the kernel. */
  close(): void;
  sleep(durationMs: number): void;
}

/** Functions of Linux's C library: Deno has sockets, but waits for them with promises alone. */
const functions = {
  socket: { parameters: ["i32", "i32", "i32"], result: "i32" },
  connect: { parameters: ["i32", "buffer", "u32"], result: "i32" },
  send: { parameters: ["i32", "buffer", "usize", "i32"], result: "isize" },
  recv: { parameters: ["i32", "buffer", "usize", "i32"], result: "isize" },
  poll: { parameters: ["buffer", "usize", "i32"], result: "i32" },
  close: { parameters: ["i32"], result: "i32" },
} as const;

const internet = 2;
const stream = 1;
const closeOnExec = 0o2000000;
const readable = 1;

/** A blocking connector, where there is one: on Linux, with the permission to call its library. */
export function blockingConnector(
  deno: DenoSystem,
  address: IopubAddress,
): BlockingConnector | undefined {
  const place = socketAddress(address);
  if (deno.build.os !== "linux" || place === undefined) return undefined;
  try {
    return connector(deno.dlopen("libc.so.6", functions).symbols, place);
  } catch {
    return undefined;
  }
}

type Symbols = Readonly<Record<keyof typeof functions, (...values: unknown[]) => number | bigint>>;

function connector(c: Symbols, place: Uint8Array): BlockingConnector {
  const chunk = new Uint8Array(65_536);
  let open: number | undefined;
  const close = (): void => {
    if (open !== undefined) c.close(open);
    open = undefined;
  };
  const readFor = (socket: number, timeoutMs: number): ReadBytes => {
    const asked = new Uint8Array(8);
    new Int32Array(asked.buffer)[0] = socket;
    asked[4] = readable;
    if (Number(c.poll(asked, 1, timeoutMs)) < 1) return "none";
    const length = Number(c.recv(socket, chunk, chunk.length, 0));
    return length > 0 ? chunk.subarray(0, length) : "end";
  };
  return {
    close,
    sleep: (durationMs) => void c.poll(null, 0, Math.ceil(durationMs)),
    run(protocol) {
      close();
      const socket = Number(c.socket(internet, stream | closeOnExec, 0));
      open = socket;
      try {
        if (Number(c.connect(socket, place, place.length)) !== 0) return undefined;
        let step = protocol.next();
        while (step.done !== true) {
          const { value } = step;
          if (typeof value !== "number") c.send(socket, value, value.length, 0);
          step = protocol.next(typeof value === "number" ? readFor(socket, value) : "none");
        }
        return step.value;
      } finally {
        close();
      }
    },
  };
}

/** `struct sockaddr_in`; `undefined` of what is no IPv4 address. */
function socketAddress({ hostname, port }: IopubAddress): Uint8Array | undefined {
  const numbers = hostname.split(".").map(Number);
  if (numbers.length !== 4 || !numbers.every(Number.isInteger)) return undefined;
  const bytes = new Uint8Array(16);
  bytes.set([internet, 0, port >> 8, port & 255, ...numbers]);
  return bytes;
}
