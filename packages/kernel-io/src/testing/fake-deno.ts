import { utf8Encoder } from "@scrapbook/core/internal";
import type { DenoSystem, ForeignFunction, TcpConnection } from "../platform.ts";

const globals = globalThis as unknown as { Deno?: unknown };
/** The C library's answer where something fails. */
const failed = -1;

/** What a fake Deno is. */
interface Setting {
  readonly os?: string;
  /** What the kernel's command line is. Default: as Jupyter writes it. */
  readonly command?: string;
  /** What the connection file holds. */
  readonly file?: unknown;
  /** Whether C libraries may be called. Default `true`. */
  readonly isForeign?: boolean;
  /** How many probes get lost before one comes back. Default 0. */
  readonly lostProbes?: number;
  /** How many connections are refused or, once there, end at once. Default 0. */
  readonly endedConnections?: number;
  /** What `broadcast` gives. Default: nothing, as in Deno since 2.8.2. */
  readonly broadcasting?: () => Promise<void> | undefined;
}

/** What happened in it. */
export interface FakeDeno {
  readonly events: string[];
  readonly system: DenoSystem;
}

/** Puts a kernel of Deno's in place, whose iopub channel sends what is broadcast. */
export function fakeDeno(setting: Setting = {}): FakeDeno {
  const { os = "linux", isForeign = true, broadcasting = () => undefined } = setting;
  const { command = "deno\0jupyter\0--kernel\0--conn\0/k.json\0" } = setting;
  const { file = { transport: "tcp", ip: "127.0.0.1", iopub_port: 513 } } = setting;
  const events: string[] = [];
  let lost = setting.lostProbes ?? 0;
  let ended = setting.endedConnections ?? 0;
  let channel: Uint8Array[] | undefined;
  let wake = (): void => {};

  const open = (): boolean => {
    events.push("connect");
    if (ended-- > 0) return false;
    channel = [new Uint8Array(64), utf8Encoder.encode("READY")];
    return true;
  };
  const close = (): void => {
    events.push("close");
    channel = undefined;
    wake();
  };
  const take = (into: Uint8Array): number => {
    const piece = channel?.shift();
    if (piece === undefined) return failed;
    into.set(piece);
    return piece.length;
  };

  const library: Readonly<Record<string, (...values: never[]) => number | bigint>> = {
    socket: () => 7,
    connect: (_: number, address: Uint8Array) => {
      events.push(`address ${address}`);
      return open() ? 0 : failed;
    },
    send: (_: number, bytes: Uint8Array) => BigInt(bytes.length),
    poll: (asked: Uint8Array | null) =>
      asked !== null && (channel === undefined || channel.length > 0) ? 1 : 0,
    recv: (_: number, into: Uint8Array) => BigInt(take(into)),
    close: () => {
      close();
      return 0;
    },
  };
  const connection = (): TcpConnection => ({
    read: async (into) => {
      while (channel?.length === 0) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      return channel === undefined ? null : take(into);
    },
    // As a socket may: less than it was given.
    write: async (bytes) => Math.min(bytes.length, 10),
    close,
  });

  const system: DenoSystem = {
    pid: 42,
    build: { os },
    Command: class {
      constructor(program: string, { args }: { readonly args: readonly string[] }) {
        events.push([program, ...args].join(" "));
      }
      outputSync() {
        return { stdout: utf8Encoder.encode(command) };
      }
    },
    readTextFileSync: (path) => (path === "/proc/self/cmdline" ? command : read(path, file)),
    connect: async ({ hostname, port }) => {
      events.push(`${hostname}:${port}`);
      if (!open()) throw new Error("connection refused");
      return connection();
    },
    dlopen: <Name extends string>(
      _: string,
      functions: Readonly<Record<Name, ForeignFunction>>,
    ) => {
      if (!isForeign) throw new Error("no permission");
      const names = Object.keys(functions) as Name[];
      const symbols = Object.fromEntries(names.map((name) => [name, library[name]]));
      return { symbols: symbols as never };
    },
  };
  const broadcast = (type: string, content: { readonly data: object }) => {
    const isProbe = type === "update_display_data";
    events.push(isProbe ? "probe" : JSON.stringify(content));
    if (!isProbe || lost-- <= 0) channel?.push(utf8Encoder.encode(JSON.stringify(content)));
    wake();
    return isProbe ? undefined : broadcasting();
  };
  globals.Deno = { ...system, jupyter: { broadcast } };
  return { events, system };
}

/** Takes it away again. */
export function removeFakeDeno(): void {
  delete globals.Deno;
}

function read(path: string, file: unknown): string {
  if (path !== "/k.json") throw new Error(`no file ${path}`);
  return typeof file === "string" ? file : JSON.stringify(file);
}
