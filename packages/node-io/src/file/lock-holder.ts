import { constants } from "node:fs";
import { type FileHandle, open, readFile, readlink } from "node:fs/promises";
import { hostname } from "node:os";

/** What a lock file says of who holds it. */
export interface LockHolder {
  readonly pid: number;
  readonly host: string;
  /** When it was taken, for people. */
  readonly time: string;
  /** Tells this holding of the lock from every other, and names the holder's temporary file. */
  readonly token: string;
  /** When the process began, as its system counts: another process may get its number. */
  readonly born?: string | undefined;
}

/** A lock file, or what lies in its place. */
export interface FoundLock {
  /** `undefined` where it says nothing that a writer of ours would write. */
  readonly holder: LockHolder | undefined;
  /** Whether it is a file at all. */
  readonly isFile: boolean;
  /** When it was last written. */
  readonly mtimeMs: number;
}

/** More than a lock file of ours ever says. */
const mostBytes = 4_096;

/**
 * Reads a lock file, which anybody may have put there: opening never waits, links are not followed,
 * and what is not as we write it counts for nothing. `undefined` where there is none.
 */
export async function readLock(file: string): Promise<FoundLock | undefined> {
  const { O_RDONLY, O_NONBLOCK = 0, O_NOFOLLOW = 0 } = constants;
  let handle: FileHandle | undefined;
  try {
    handle = await open(file, O_RDONLY | O_NONBLOCK | O_NOFOLLOW);
    const stat = await handle.stat();
    const { mtimeMs } = stat;
    if (!stat.isFile()) return { holder: undefined, isFile: false, mtimeMs };
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(mostBytes), 0, mostBytes, 0);
    return { holder: parseHolder(buffer.toString("utf8", 0, bytesRead)), isFile: true, mtimeMs };
  } catch (error) {
    const { code } = error as { code?: unknown };
    if (code === "ENOENT") return undefined;
    // A link, a socket, a folder that cannot be opened.
    if (notFileCodes.has(code)) return { holder: undefined, isFile: false, mtimeMs: 0 };
    throw error;
  } finally {
    await handle?.close();
  }
}

const notFileCodes: ReadonlySet<unknown> = new Set(["ELOOP", "EMLINK", "ENXIO", "EISDIR"]);

function parseHolder(text: string): LockHolder | undefined {
  let said: Partial<Record<keyof LockHolder, unknown>>;
  try {
    said = Object(JSON.parse(text)) as typeof said;
  } catch {
    return undefined;
  }
  const { pid, host, time, token, born } = said;
  const isOurs =
    typeof pid === "number" &&
    Number.isSafeInteger(pid) &&
    pid > 0 &&
    typeof host === "string" &&
    typeof time === "string" &&
    typeof token === "string" &&
    // It becomes part of a path.
    /^[0-9a-f]{1,64}$/.test(token) &&
    (born === undefined || typeof born === "string");
  return isOurs ? { pid, host, time, token, born } : undefined;
}

/** This process, as the holder of a lock. */
export async function thisHolder(token: string): Promise<LockHolder> {
  const born = await birthOf(process.pid);
  return { pid: process.pid, host: await thisHost(), time: new Date().toISOString(), token, born };
}

/** Whether a holder is a process of this machine. */
export async function isLocal({ host }: LockHolder): Promise<boolean> {
  return host === (await thisHost());
}

/** Whether a process of this machine that took a lock still runs. */
export async function isAlive({ pid, born }: LockHolder): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as { code?: unknown }).code === "ESRCH") return false;
  }
  const now = born === undefined ? undefined : await birthOf(pid);
  return now === undefined || now === born;
}

/** When a process began, in its system's ticks; `undefined` where the system does not tell. */
async function birthOf(pid: number): Promise<string | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, "latin1").catch(() => "");
  // The second field is the program's name in parentheses, which may hold any.
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
}

/** A name of this machine, or of the container that process ids belong to. */
async function thisHost(): Promise<string> {
  const processes = await readlink("/proc/self/ns/pid").catch(() => "");
  return processes === "" ? hostname() : `${hostname()} ${processes}`;
}
