import { decodeBase64 } from "../json/base64.ts";
import { knownKeys } from "../json/known-key.ts";
import { platformWebAssembly, utf8Encoder, type WasmModule } from "../platform.ts";
import { scanWasm } from "./generated/scan-wasm.ts";

/** What `scan.c` exports. */
export interface Scanner {
  readonly memory: { readonly buffer: ArrayBuffer };
  input_address(): number;
  positions_address(): number;
  ends_address(): number;
  key_names_address(): number;
  /** Begins a text whose first byte is at offset `start`. */
  begin(maxDepth: number, start: number): void;
  /** Scans as many bytes of the input. 0 when something is wrong. */
  scan_piece(length: number): number;
  /** 0 when the text is not whole. */
  finish(): number;
  tape_count(): number;
  clear_tape(): void;
  plain(): number;
  /** Where five numbers lie that tell where the scan stands, as they are now. */
  standing(): number;
  kinds_address(): number;
}

/** How many bytes `scan.c` takes at a time. */
export const pieceSize: number = 1 << 16;

/** How many entries its tape holds. */
export const tapeSize: number = 3 << 16;

/** Bytes of a known key's entry: its length, and its characters. */
const keyEntry = 25;

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
  const names = new Uint8Array(scanner.memory.buffer, scanner.key_names_address());
  knownKeys.forEach((key, place) => {
    names[place * keyEntry] = key.length;
    names.set(utf8Encoder.encode(key), place * keyEntry + 1);
  });
  return scanner;
}
