/** The longest line a harness may write, in bytes without its line end: 64 MiB. */
export const maxLineBytes: number = 64 * 1024 * 1024;

const lineFeed = 0x0a;

/**
 * Splits output into lines, whatever pieces it comes in. `onLine` gets each line without its end
 * (a carriage return before it stays: JSON allows one). A line over `limit` bytes is dropped at
 * once, not kept until it ends, and told to `onTooLong`; the splitter is of no use after it.
 */
export function createLineSplitter(
  onLine: (line: Buffer) => void,
  onTooLong: () => void,
  limit: number = maxLineBytes,
): LineSplitter {
  let pieces: Buffer[] = [];
  let size = 0;
  let stopped = false;
  const keep = (piece: Buffer): void => {
    size += piece.length;
    if (size <= limit) {
      if (piece.length > 0) pieces.push(piece);
      return;
    }
    pieces = [];
    stopped = true;
    onTooLong();
  };
  return {
    push(chunk) {
      let start = 0;
      while (!stopped) {
        const end = chunk.indexOf(lineFeed, start);
        keep(chunk.subarray(start, end < 0 ? chunk.length : end));
        if (end < 0 || stopped) return;
        const line = pieces.length === 1 ? (pieces[0] as Buffer) : Buffer.concat(pieces);
        [pieces, size] = [[], 0];
        onLine(line);
        start = end + 1;
      }
    },
    rest: () => Buffer.concat(pieces),
  };
}

/** See {@link createLineSplitter}. */
export interface LineSplitter {
  /** Takes the next piece of output. */
  readonly push: (chunk: Buffer) => void;
  /** What came after the last line end. */
  readonly rest: () => Buffer;
}
