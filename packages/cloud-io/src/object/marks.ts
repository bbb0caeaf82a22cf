import { createHash, randomBytes } from "node:crypto";
import type { Version } from "@scrapbook/core/io";

/**
 * Each conditional write leaves a mark of its own in the object's metadata, behind those of the
 * writes before. So it can be told afterwards, when an answer was lost, whether a write took place:
 * equal bytes would not tell it, since somebody else may have written the same.
 */
export const marksKey = "scrapbookwrites";

/** How many marks are kept: who looks only after more writes of others than that finds out nothing. */
const kept = 48;

/**
 * The marks of a write: those before, and a new one.
 *
 * @param base the version that is replaced. Where it has no marks, it counts as the first of them.
 */
export function nextMarks(before: readonly string[], base: Version | "none"): readonly string[] {
  const first = createHash("sha256").update(base).digest("hex").slice(0, 12);
  const known = before.length > 0 ? before : [first];
  return [...known, randomBytes(6).toString("hex")].slice(-kept);
}

export function readMarks(text: string | undefined): readonly string[] {
  return text?.split(" ").filter((mark) => /^[0-9a-f]{12}$/.test(mark)) ?? [];
}

export const writeMarks = (marks: readonly string[]): string => marks.join(" ");

/** Metadata without our marks. */
export function withoutMarks(metadata: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(metadata).filter(([key]) => key.toLowerCase() !== marksKey),
  );
}

/** What the marks of an object say of a write. */
export type Verdict = "done" | "not-done" | "unknown";

/**
 * Whether a write took place.
 *
 * @param ours its marks: the last is its own, the others those of what it was to replace.
 * @param now the marks of the object as it is.
 */
export function verdictOf(ours: readonly string[], now: readonly string[]): Verdict {
  const own = ours.at(-1);
  if (own !== undefined && now.includes(own)) return "done";
  const before = ours.at(-2);
  if (before === undefined) return "unknown";
  // Whoever wrote since then took over the marks of what was before, and would have ours as well.
  return now.includes(before) && now.at(-1) !== before ? "not-done" : "unknown";
}
