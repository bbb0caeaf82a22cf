import type { PieceScanner } from "../json/piece-scanner.ts";
import { createScanner, pieceSize, type Scanner, tapeSize } from "./instance.ts";

/** Bytes that the scanner looks at in one go. */
const block = 64;

/** Bytes of the bits that tell of open containers: two for each million. */
const kindsSize = (1 << 17) + 1;

/**
 * The scanner in WebAssembly with SIMD, for texts that come in pieces. Each has a memory of its own,
 * of some two MB.
 *
 * `undefined` where `simdEngine` gives `undefined`.
 */
export function simdPieceScanner(): PieceScanner | undefined {
  try {
    return pieceScannerOf(createScanner());
  } catch {
    return undefined;
  }
}

function pieceScannerOf(scanner: Scanner): PieceScanner {
  const { buffer } = scanner.memory;
  const input = new Uint8Array(buffer, scanner.input_address(), pieceSize);
  const found = new Uint32Array(buffer, scanner.positions_address(), tapeSize);
  const numbers = new Uint32Array(buffer, scanner.standing(), 5);
  const kinds = new Uint8Array(buffer, scanner.kinds_address(), kindsSize);
  const tape = {
    positions: new Uint32Array(tapeSize),
    keys: new Uint32Array(buffer, scanner.ends_address(), tapeSize),
    length: 0,
  };
  // The scanner counts bytes in 32 bits, which begin again behind 4 GiB: only differences are used.
  let before = 0;
  return {
    input,
    block,
    tape,
    get standing() {
      scanner.standing();
      const [depth = 0, state = 0, isInString, isEscaped, neededHex = 0] = numbers;
      return {
        depth,
        kinds,
        state,
        isInString: isInString === 1,
        isEscaped: isEscaped === 1,
        neededHex,
      };
    },
    lineFeeds: (length) => {
      const count = scanner.line_feeds(length);
      return count < 0 ? undefined : count;
    },
    begin: (maxDepth) => {
      before = 0;
      scanner.begin(maxDepth, 0);
      scanner.clear_tape();
    },
    scan: (length, isLast) => {
      scanner.clear_tape();
      if (scanner.scan_piece(0, length) === 0 || (isLast && scanner.finish() === 0)) return false;
      tape.length = scanner.tape_count();
      for (let i = 0; i < tape.length; i++) tape.positions[i] = (found[i] as number) - before;
      before = (before + length) >>> 0;
      return true;
    },
  };
}
