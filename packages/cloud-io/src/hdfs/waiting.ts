import { byCodePoints } from "@scrapbook/core/internal";
import type { FileStatus } from "./status.ts";

/** Entries of a folder whose turn has not come. */
export interface WaitingEntries {
  add(entry: FileStatus): void;
  /** Takes those whose turn comes before whatever is listed from a name on, in order. */
  before(name: string): readonly FileStatus[];
  /** Takes all that are left, in order. */
  rest(): readonly FileStatus[];
}

interface Waiting {
  readonly entry: FileStatus;
  /** What its place is found by: `a/b` is behind `a-b`, though `a` is before it. */
  readonly key: string;
  /** The part of its name before the first byte that the NameNode takes for a negative number. */
  readonly ascii: string;
}

/**
 * Puts a NameNode's order right. It compares signed bytes: what is not ASCII comes before what is.
 * So a name that is not ASCII waits until the listing has left the part of it that is; a folder
 * waits for the names that begin with its own and go on with less than `/`.
 */
export function waitingEntries(): WaitingEntries {
  let all: Waiting[] = [];
  const inOrder = (some: readonly Waiting[]): readonly FileStatus[] =>
    [...some].sort((a, b) => byCodePoints(a.key, b.key)).map(({ entry }) => entry);
  return {
    add(entry) {
      const { pathSuffix: name } = entry;
      const key = entry.type === "DIRECTORY" ? `${name}/` : name;
      all.push({ entry, key, ascii: asciiPart(name) });
    },
    before(name) {
      const ready = all.filter((one) => isReady(one, name));
      if (ready.length === 0) return [];
      all = all.filter((one) => !isReady(one, name));
      return inOrder(ready);
    },
    rest() {
      const left = inOrder(all);
      all = [];
      return left;
    },
  };
}

function isReady({ entry, ascii }: Waiting, name: string): boolean {
  if (!name.startsWith(ascii)) return true;
  if (ascii !== entry.pathSuffix) return false;
  if (entry.type !== "DIRECTORY") return true;
  const next = name.charAt(ascii.length);
  return next > "/" && next <= "\x7f";
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the bytes that are not negative
const asciiPart = (name: string): string => /^[\x00-\x7f]*/.exec(name)?.[0] ?? "";
