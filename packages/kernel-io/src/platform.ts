/**
 * The few names that this package needs of the kernel's platform, as structural types of its own, so
 * that it compiles with neither DOM nor Node types.
 */
interface PlatformGlobals {
  readonly setTimeout: (act: () => void, delayMs: number) => unknown;
  readonly performance: { now(): number };
  readonly crypto: { randomUUID(): string };
  readonly console: { error(text: string): void };
}

const platform = globalThis as unknown as PlatformGlobals;

/** Calls `act` after some time. */
export function setTimer(act: () => void, delayMs: number): void {
  platform.setTimeout(act, delayMs);
}

/** What time it is, in milliseconds since some moment. */
export function nowMs(): number {
  return platform.performance.now();
}

/** A text that nobody else has. */
export function newToken(): string {
  return platform.crypto.randomUUID();
}

/** Tells what no promise can tell any more. */
export function printError(text: string): void {
  platform.console.error(text);
}

/** What we use of a TCP connection of Deno's. */
export interface TcpConnection {
  read(into: Uint8Array): Promise<number | null>;
  write(bytes: Uint8Array): Promise<number>;
  close(): void;
}

/** A function of a library in C, as Deno calls it. */
export interface ForeignFunction {
  readonly parameters: readonly ("buffer" | "i32" | "u32" | "usize")[];
  readonly result: "i32" | "isize";
}

/** What we use of Deno beside its kernel. */
export interface DenoSystem {
  readonly pid: number;
  readonly build: { readonly os: string };
  readonly Command: new (
    program: string,
    options: { readonly args: readonly string[] },
  ) => { outputSync(): { readonly stdout: Uint8Array } };
  readTextFileSync(path: string): string;
  connect(options: { readonly hostname: string; readonly port: number }): Promise<TcpConnection>;
  dlopen<Name extends string>(
    library: string,
    functions: Readonly<Record<Name, ForeignFunction>>,
  ): { readonly symbols: Readonly<Record<Name, (...values: unknown[]) => number | bigint>> };
}

/** Deno, where this is one. */
export function denoSystem(): DenoSystem | undefined {
  const { Deno: deno } = globalThis as { Deno?: Partial<DenoSystem> };
  return typeof deno?.connect === "function" ? (deno as DenoSystem) : undefined;
}
