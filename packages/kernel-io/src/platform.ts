/**
 * The few names that this package needs of the kernel's platform, as structural types of its own, so
 * that it compiles with neither DOM nor Node types.
 */
interface PlatformGlobals {
  readonly setTimeout: (act: () => void, delayMs: number) => unknown;
}

const platform = globalThis as unknown as PlatformGlobals;

/** Calls `act` after some time. */
export function setTimer(act: () => void, delayMs: number): void {
  platform.setTimeout(act, delayMs);
}

/** What we use of a TCP connection of Deno's. */
export interface TcpConnection {
  read(into: Uint8Array): Promise<number | null>;
  write(bytes: Uint8Array): Promise<number>;
  close(): void;
  unref?(): void;
}

/** What we use of Deno beside its kernel. */
export interface DenoSystem {
  readTextFile(path: string): Promise<string>;
  connect(options: { readonly hostname: string; readonly port: number }): Promise<TcpConnection>;
}

/** Deno, where this is one. */
export function denoSystem(): DenoSystem | undefined {
  const { Deno: deno } = globalThis as { Deno?: Partial<DenoSystem> };
  return typeof deno?.connect === "function" ? (deno as DenoSystem) : undefined;
}
