import { defaultMaxDepth } from "../json/limit.ts";
import { scan } from "../json/scan.ts";
import type { ScanEngine } from "../json/tape.ts";
import type { CellsContext, CellTape, FoundCells } from "../outline/cells.ts";
import { readFoundCells } from "./found-cells.ts";
import { createScanner, inputSize, pieceSize, type Scanner, tapeSize } from "./instance.ts";
import { Roll } from "./roll.ts";

/**
 * The scanner in WebAssembly with SIMD, several times as fast as the one in TypeScript, with the same
 * tapes and errors. Compiled on the first call, synchronously, which takes about a millisecond.
 *
 * `undefined` where the platform has no WebAssembly or no SIMD, or where a Content-Security-Policy
 * without `wasm-unsafe-eval` forbids it: then leave the option `engine` out.
 */
export function simdEngine(): ScanEngine | undefined {
  if (engine === undefined) {
    try {
      engine = engineOf(createScanner());
    } catch {
      engine = null;
    }
  }
  return engine ?? undefined;
}

let engine: ScanEngine | null | undefined;

function engineOf(scanner: Scanner): ScanEngine {
  const { buffer } = scanner.memory;
  const input = new Uint8Array(buffer, scanner.input_address(), inputSize);
  const positions = new Uint32Array(buffer, scanner.positions_address(), tapeSize);
  const ends = new Uint32Array(buffer, scanner.ends_address(), tapeSize);
  const marks = new Uint32Array(buffer, scanner.marks_address());
  const found = new Uint32Array(buffer, scanner.found_address());

  /** Scans all bytes from `start` on, and gives the tape; `undefined` when something is wrong. */
  function tapeOf(
    bytes: Uint8Array,
    start: number,
    maxDepth: number,
    lend: boolean,
  ): CellTape | undefined {
    let roll: Roll | undefined;
    scanner.begin(maxDepth, start);
    const isWhole = bytes.length <= inputSize;
    if (isWhole && !isInPlace(bytes)) input.set(bytes);
    for (let at = start; at < bytes.length; at += pieceSize) {
      const length = Math.min(pieceSize, bytes.length - at);
      if (scanner.tape_count() + length > tapeSize) {
        roll ??= new Roll(bytes);
        take(roll);
      }
      if (!isWhole) input.set(bytes.subarray(at, at + length));
      if (scanner.scan_piece(isWhole ? at : 0, length) === 0) return undefined;
    }
    if (scanner.finish() === 0) return undefined;
    const plain = scanner.plain() === 1;
    if (roll !== undefined) {
      take(roll);
      return roll.tape(start, plain);
    }
    const length = scanner.tape_count();
    return {
      positions: lend ? positions : positions.slice(0, length),
      ends: lend ? ends : ends.slice(0, length),
      length,
      start,
      // As the scanner in TypeScript: what has no container is not looked at that closely.
      plain: plain && length > 0,
      findCells: lend && isWhole ? findCells : undefined,
    };
  }

  /** Whether bytes are where they would be copied to. */
  function isInPlace(bytes: Uint8Array): boolean {
    return bytes.buffer === buffer && bytes.byteOffset === input.byteOffset;
  }

  function findCells(context: CellsContext, list: number): FoundCells | undefined {
    if (scanner.find_cells(list) === 0) return undefined;
    return readFoundCells(context, found, marks.subarray(0, scanner.marks_count()));
  }

  function take(roll: Roll): void {
    const length = scanner.tape_count();
    roll.add(positions.subarray(0, length), ends.subarray(0, length));
    scanner.clear_tape();
  }

  const engine: ScanEngine = (bytes, options = {}) => {
    const { maxDepth = defaultMaxDepth, lend = false } = options;
    const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
    // The other engine finds what is wrong. Should it find nothing, its word counts: the depth that
    // this one knows has a limit.
    return tapeOf(bytes, start, maxDepth, lend) ?? scan(bytes, options);
  };
  return Object.assign(engine, { buffer: input });
}
