import { ScrapbookError } from "../error/error.ts";
import { compileGlob, isGlob } from "./glob.ts";

/** Patterns that take something out of what a list finds: `!out/tmp/**`. SPEC §14.1. */
export interface Negations {
  /** Whether a path, found below the folder `root`, is taken out. */
  isOut(path: string, root: string): boolean;
  /** @throws `usage-argument` for a pattern that could take nothing out of any of these folders. */
  check(roots: readonly string[]): void;
}

/**
 * Compiles negated patterns. One that begins with a wildcard counts from the folder of each source;
 * any other is a whole path, as the sources' paths are written. A path without a wildcard takes out
 * itself, and all that is below it.
 *
 * @param patterns without their `!`.
 */
export function compileNegations(patterns: readonly string[]): Negations {
  const all = patterns.map((pattern) => {
    if (!isGlob(pattern)) {
      const path = pattern.replace(/\/+$/, "");
      const isOut = (whole: string): boolean => whole === path || whole.startsWith(`${path}/`);
      return { pattern, folder: path, isOut };
    }
    const glob = compileGlob(pattern, { hidden: true });
    const start = glob.folder === "" || glob.folder === "/" ? glob.folder : `${glob.folder}/`;
    const isOut = (whole: string, root: string): boolean => {
      const from = start === "" ? root : start;
      return whole.startsWith(from) && glob.matches(whole.slice(from.length));
    };
    return { pattern, folder: glob.folder, isOut };
  });
  return {
    isOut: (path, root) => all.some(({ isOut }) => isOut(path, root)),
    check: (roots) => {
      for (const { pattern, folder } of all) {
        if (roots.some((root) => isOnePath(folder, root.replace(/\/$/, "")))) continue;
        throw new ScrapbookError("usage-argument", {
          what: `The pattern ${JSON.stringify(`!${pattern}`).slice(0, 80)} takes nothing out`,
          expected: `a path that begins as the others do: ${roots.join(", ").slice(0, 80)}`,
        });
      }
    },
  };
}

/** Whether one of two folders lies in the other. */
function isOnePath(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short === "" || long === short || long.startsWith(short === "/" ? "/" : `${short}/`);
}
