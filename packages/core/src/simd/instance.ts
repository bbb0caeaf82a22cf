import { decodeBase64 } from "../json/base64.ts";
import { bearingBeginnings, knownKeys } from "../json/known-key.ts";
import { platformWebAssembly, utf8Encoder, type WasmModule } from "../platform.ts";
import { scanWasm } from "./generated/scan-wasm.ts";

/** What `scan.c` and `walk.c` export. */
export interface Scanner {
  readonly memory: { readonly buffer: ArrayBuffer };
  input_address(): number;
  positions_address(): number;
  ends_address(): number;
  key_names_address(): number;
  bearing_names_address(): number;
  /** Begins a text whose first byte is at offset `start`. */
  begin(maxDepth: number, start: number): void;
  /** Scans as many bytes of the input, from a place on. 0 when something is wrong. */
  scan_piece(place: number, length: number): number;
  /** 0 when the text is not whole. */
  finish(): number;
  tape_count(): number;
  clear_tape(): void;
  plain(): number;
  /** Where five numbers lie that tell where the scan stands, as they are now. */
  standing(): number;
  kinds_address(): number;
  /** Looks over the cells whose list is at a tape index: `walk.c`. How many numbers tell of them, or 0. */
  find_cells(list: number): number;
  found_address(): number;
  marks_address(): number;
  marks_count(): number;
  /** How many line feeds are among the first bytes of the input; -1 where carriage returns are, too. */
  line_feeds(length: number): number;
}

/** How many bytes are scanned at a time, so that there is room on the tape for all that they may add. */
export const pieceSize: number = 1 << 16;

/** How many bytes the input holds. What is no longer can be walked. */
export const inputSize: number = 1 << 22;

/** How many entries its tape holds. */
export const tapeSize: number = 3 << 16;

/** Bytes of a known key's entry, and of that of a beginning: its length, and its characters. */
const keyEntry = 25;
const bearingEntry = 33;

let compiled: WasmModule | undefined;

/**
 * A scanner with a memory of its own. Compiled once.
 *
 * @throws where the platform has no WebAssembly, no SIMD, or does not allow it.
 */
export function createScanner(): Scanner {
  if (platformWebAssembly === undefined) throw new TypeError("There is no WebAssembly here");
  compiled ??= new platformWebAssembly.Module(decodeBase64(scanWasm) as Uint8Array<ArrayBuffer>);
  const { exports } = new platformWebAssembly.Instance(compiled, {});
  const scanner = exports as unknown as Scanner;
  const { buffer } = scanner.memory;
  putNames(new Uint8Array(buffer, scanner.key_names_address()), knownKeys, keyEntry);
  putNames(
    new Uint8Array(buffer, scanner.bearing_names_address()),
    bearingBeginnings,
    bearingEntry,
  );
  return scanner;
}

function putNames(names: Uint8Array, keys: readonly string[], entry: number): void {
  keys.forEach((key, place) => {
    names[place * entry] = key.length;
    names.set(utf8Encoder.encode(key), place * entry + 1);
  });
}
