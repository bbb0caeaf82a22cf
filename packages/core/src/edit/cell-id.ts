import { ScrapbookError } from "../error/error.ts";

/** How often another id is asked for before we give up: a source that repeats itself is broken. */
const mostTries = 100;

/** Eight hexadecimal digits, as nbformat gives its cells. */
export function randomCellId(): string {
  return Math.floor(Math.random() * 2 ** 32)
    .toString(16)
    .padStart(8, "0");
}

/** An id of `source` that no cell has yet. @throws `usage-argument` where it gives none. */
export function freeCellId(taken: ReadonlySet<string>, source: () => string): string {
  for (let tries = 0; tries < mostTries; tries++) {
    const id = source();
    if (/^[a-zA-Z0-9_-]{1,64}$/.test(id) && !taken.has(id)) return id;
  }
  throw new ScrapbookError("usage-argument", {
    what: "The option cellId gave no id for the new cell",
    expected: "1 to 64 letters, digits, - or _, as no other cell has",
  });
}
