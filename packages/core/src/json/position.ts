/** Where a byte stands in a text, as editors count. */
export interface Position {
  /** From 1; lines end in LF, CR LF or CR. */
  readonly line: number;
  /** From 1, in code points. */
  readonly column: number;
}

/** Line and column of the byte at `offset` of a UTF-8 text; a byte order mark takes no column. */
export function positionOf(bytes: Uint8Array, offset: number): Position {
  let line = 1;
  let column = 1;
  for (let i = bytes[0] === 0xef ? Math.min(3, offset) : 0; i < offset; i++) {
    const byte = bytes[i] as number;
    if (byte === 0x0a || (byte === 0x0d && bytes[i + 1] !== 0x0a)) {
      line++;
      column = 1;
    } else if ((byte & 0xc0) !== 0x80) column++;
  }
  return { line, column };
}
