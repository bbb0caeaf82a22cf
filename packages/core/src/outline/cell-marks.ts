/**
 * What is kept of every cell: where three of its values start and end, and no object. A notebook has
 * hundreds of cells, and hardly anybody asks. In offsets of the bytes that were walked; twice 0 for a
 * value that is not there.
 */
export type CellMarks = Uint32Array;

// Used again by every walk, which cannot be interrupted. What it has grown to is kept for the next.
let scratch = /* @__PURE__ */ new Uint32Array(1536);
let used = 0;

/** Begins with no cell. */
export function beginMarks(): void {
  used = 0;
}

/** Adds a value. */
export function addMark(start: number, end: number): void {
  if (used === scratch.length) {
    const larger = new Uint32Array(used * 2);
    larger.set(scratch);
    scratch = larger;
  }
  scratch[used++] = start;
  scratch[used++] = end;
}

/** All that was added. */
export function takeMarks(): CellMarks {
  return scratch.slice(0, used);
}
