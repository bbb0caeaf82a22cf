import { aCount, aFunction, type OptionRule } from "../error/check-options.ts";
import { type ReadNotebookOptions, readNotebookRules } from "../io/options.ts";
import type { PieceScanner } from "../json/piece-scanner.ts";
import type { Scrap } from "../scrap/scrap.ts";

/** Options of `readScraps`: those of reading, and how much is held. */
export interface ReadScrapsOptions extends ReadNotebookOptions {
  /**
   * Most bytes of the source; more is `store-too-large`. Default: any number, since they are not held.
   */
  readonly maxBytes?: number | undefined;
  /**
   * Most bytes of a payload that are held; of a longer one the name alone is, and the problem
   * `payload-too-large` stands for it. Default 64 MiB.
   */
  readonly maxScrapBytes?: number | undefined;
  /**
   * Most bytes of a display that are held. What is longer has to be read again: see `loadDisplay`.
   * Default 4 MiB; 0 where the source can be read again.
   */
  readonly maxDisplayBytes?: number | undefined;
  /** Most bytes that are held of the whole notebook; more is `store-too-large`. Default 1 GiB. */
  readonly maxHeldBytes?: number | undefined;
  /**
   * What scans the pieces: `simdPieceScanner()` of `@scrapbook/core/simd` is a fast one, and IO
   * packages choose it by themselves. It is used by one reading at a time. Default: a scanner in
   * TypeScript.
   */
  readonly pieceScanner?: PieceScanner | undefined;
  /**
   * Takes each scrap as soon as its output has come: before anybody knows whether a later output
   * changes it, and whether what follows is JSON. Default none.
   */
  readonly onProvisional?: ((scrap: Scrap) => void) | undefined;
}

export const readScrapsRules: Readonly<Record<keyof ReadScrapsOptions, OptionRule>> = {
  ...readNotebookRules,
  maxScrapBytes: aCount(0),
  maxDisplayBytes: aCount(0),
  maxHeldBytes: aCount(1),
  pieceScanner: { expected: "what simdPieceScanner() gives", fits: isPieceScanner },
  onProvisional: aFunction,
};

function isPieceScanner(value: unknown): boolean {
  return typeof value === "object" && value !== null && "scan" in value && "input" in value;
}

export const defaultMaxScrapBytes: number = 64 * 1024 * 1024;
export const defaultMaxDisplayBytes: number = 4 * 1024 * 1024;
export const defaultMaxHeldBytes: number = 1024 * 1024 * 1024;
