import { basename, dirname, join } from "node:path";
import { cryptoModule } from "./crypto-module.ts";

/** Longest name, in bytes, that still leaves room for what is put around it: systems take 255. */
const longestName = 200;

/**
 * A file of ours beside `path`, in the same folder and so on the same disk. Its name never ends in
 * `.ipynb`: whoever lists notebooks does not see it.
 */
export function sidecarPath(path: string, extension: string): string {
  const name = basename(path);
  const short =
    Buffer.byteLength(name) <= longestName
      ? name
      : cryptoModule().createHash("sha256").update(name).digest("hex");
  return join(dirname(path), `.${short}.${extension}`);
}

/** The file that a writer who holds the lock with this token fills before it becomes `path`. */
export function temporaryPath(path: string, token: string): string {
  return sidecarPath(path, `${token}.tmp`);
}
