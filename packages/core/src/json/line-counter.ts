import type { Position } from "./position.ts";

/** Counts lines and columns of a text that comes in pieces, as {@link positionOf} does of a whole one. */
export class LineCounter {
  #line = 1;
  #column = 1;
  #isAfterReturn = false;

  /**
   * Goes on over the first `length` bytes of a piece. A byte order mark takes no column: leave it out.
   *
   * @param lineFeeds how many line feeds are among them, where that is known and no carriage return is.
   */
  take(piece: Uint8Array, length: number, lineFeeds?: number): void {
    const view = new DataView(piece.buffer, piece.byteOffset, length);
    let [line, column, isAfterReturn] = [this.#line, this.#column, this.#isAfterReturn];
    let i = 0;
    if (lineFeeds !== undefined && lineFeeds > 0 && !isAfterReturn) {
      line += lineFeeds;
      column = 1;
      i = piece.lastIndexOf(0x0a, length - 1) + 1;
    }
    while (i < length) {
      // Nearly all of a text: bytes that neither end a line nor are part of longer characters.
      while (i + 16 <= length && !isAfterReturn && areColumns(view, i)) {
        i += 16;
        column += 16;
      }
      while (i + 4 <= length && !isAfterReturn && isColumns(view.getInt32(i, true))) {
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
function isColumns(word: number): boolean {
  return (oddBits(word) & 0x80808080) === 0;
}

/** The same of sixteen. */
function areColumns(view: DataView, at: number): boolean {
  const first = oddBits(view.getInt32(at, true)) | oddBits(view.getInt32(at + 4, true));
  const last = oddBits(view.getInt32(at + 8, true)) | oddBits(view.getInt32(at + 12, true));
  return ((first | last) & 0x80808080) === 0;
}

/** The highest bit of a byte is set where it is no ASCII, or a control character. */
function oddBits(word: number): number {
  return word | (word - 0x0e0e0e0e);
}
