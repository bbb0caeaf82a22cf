import type { Position } from "./position.ts";

/** Counts lines and columns of a text that comes in pieces, as {@link positionOf} does of a whole one. */
export class LineCounter {
  #line = 1;
  #column = 1;
  #isAfterReturn = false;

  /** Goes on over the first `length` bytes of a piece. A byte order mark takes no column: leave it out. */
  take(piece: Uint8Array, length: number): void {
    const view = new DataView(piece.buffer, piece.byteOffset, length);
    let [line, column, isAfterReturn] = [this.#line, this.#column, this.#isAfterReturn];
    for (let i = 0; i < length; ) {
      // Nearly all of a text: four bytes that neither end a line nor are part of longer characters.
      while (i + 4 <= length && !isAfterReturn && areColumns(view.getInt32(i, true))) {
        i += 4;
        column += 4;
      }
      if (i === length) break;
      const byte = piece[i++] as number;
      if (byte === 0x0a || isAfterReturn) {
        line++;
        column = 1;
      }
      isAfterReturn = byte === 0x0d;
      if (byte !== 0x0a && (byte & 0xc0) !== 0x80) column++;
    }
    this.#line = line;
    this.#column = column;
    this.#isAfterReturn = isAfterReturn;
  }

  /** Where the next byte stands. @param next that byte, if there is one. */
  position(next: number | undefined): Position {
    if (this.#isAfterReturn && next !== 0x0a) return { line: this.#line + 1, column: 1 };
    return { line: this.#line, column: this.#column };
  }
}

/** Whether four bytes are ASCII, and none of them a control character that may end a line. */
function areColumns(word: number): boolean {
  return ((word | (word - 0x0e0e0e0e)) & 0x80808080) === 0;
}
