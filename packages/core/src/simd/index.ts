/**
 * The scanner in WebAssembly with SIMD. IO packages choose it by themselves.
 *
 * @packageDocumentation
 */

export type { PieceScanner, PieceTape, Standing } from "../json/piece-scanner.ts";
export type { ScanEngine, ScanOptions, Tape } from "../json/tape.ts";
export { simdEngine } from "./engine.ts";
export { simdPieceScanner } from "./piece-scanner.ts";
