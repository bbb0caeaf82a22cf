import { root } from "../../scripts/lib/root.mjs";
import { published, readManifest } from "../../scripts/lib/workspaces.mjs";

/** How a line of a `sh` block is tried: run in a folder, or only checked. */
export type Trial = { run: string; folder: "root" | "own" } | { problem: string | undefined };

const packages = published().map(({ manifest }) => manifest.name);
const scripts: Record<string, string> = readManifest(root.slice(0, -1)).scripts;

/**
 * How to try a command that a README shows. Our packages are installed already, from tarballs, and `npm test` is what
 * runs this: of these only the names are checked.
 */
export function trial(line: string): Trial {
  const [program, verb, ...rest] = line.trim().split(/\s+/);
  if (program === "npm" && verb === "install") {
    const unknown = rest.filter((it) => it.startsWith("@scrapbook/") && !packages.includes(it));
    return { problem: unknown.length > 0 ? `no such package: ${unknown.join(" ")}` : undefined };
  }
  if (line.trim() === "npm start") return { run: "node scripts/start.mjs", folder: "root" };
  if (program === "npm") {
    const script = verb === "run" ? (rest[0] ?? "") : (verb ?? "");
    return { problem: script in scripts ? undefined : `no such script: ${script}` };
  }
  return { run: line, folder: "own" };
}
