import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";

/** The system calls that edits are made of. */
export const fileCalls: readonly string[] = [
  ...["access", "chmod", "close", "fchmod", "fchown", "fsync", "link", "openat", "pwrite64"],
  ...["read", "readlink", "rename", "statx", "unlink", "write"],
];

/** Why strace cannot be used here; `undefined` where it can. */
export function whyNoStrace(): string | undefined {
  const probe = spawnSync("strace", ["-e", "inject=getppid:error=EIO", "true"]);
  if (probe.error !== undefined) return "there is no strace (apt-get install strace)";
  return probe.status === 0 ? undefined : "strace may not trace here";
}

/**
 * Says that strace is missing, and ends: as a failure where everything is required, as `npm test`
 * does.
 */
export function leaveOut(name: string, why: string): void {
  const isRequired = process.env.SCRAPBOOK_REQUIRE === "all";
  console.log(`${isRequired ? "FAILED, left out" : "left out"}: ${name}: ${why}`);
  console.log(`0 passed, ${isRequired ? 1 : 0} failed`);
  process.exitCode = isRequired ? 1 : 0;
}

/** Attaches strace to a child that runs. Resolves when it watches. */
export async function attach(child: ChildProcess, args: readonly string[]): Promise<ChildProcess> {
  const tracer = spawn("strace", ["-f", "-p", String(child.pid), "-o", "/dev/null", ...args], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  await once(tracer.stderr as NodeJS.ReadableStream, "data");
  tracer.stderr?.resume();
  return tracer;
}

/** Runs a child under strace and counts its system calls: of all threads, by thread. */
export async function countCalls(
  child: ChildProcess,
  log: string,
  run: () => Promise<unknown>,
): Promise<ReadonlyMap<string, number>> {
  const tracer = await attach(child, ["-e", `trace=${fileCalls.join()}`, "-o", log]);
  await run();
  if (tracer.exitCode === null) await once(tracer, "close");
  const counts = new Map<string, number>();
  for (const line of (await readFile(log, "utf8")).split("\n")) {
    const found = /^(\d+) +(\w+)\(/.exec(line);
    if (found === null) continue;
    const [, thread, call] = found as unknown as [string, string, string];
    for (const key of [`${thread} *`, `${thread} ${call}`]) {
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return counts;
}

/** The most that one thread called each system call, and all of them under `*`. */
export function mostCalls(counts: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const most = new Map<string, number>();
  for (const [key, count] of counts) {
    const call = key.slice(key.indexOf(" ") + 1);
    most.set(call, Math.max(most.get(call) ?? 0, count));
  }
  return most;
}
