import { findScraps, type MergeMode } from "../decode/merge.ts";
import { isScrapbookError, ScrapbookError } from "../error.ts";
import { scan } from "../json/scan.ts";
import type { CellOutline } from "../notebook/outline.ts";
import { readOutline } from "../notebook/read-outline.ts";
import { utf8Encoder } from "../platform.ts";
import { applyEdits, joinPieces } from "./apply.ts";
import { inOrder, type Plan } from "./plan.ts";

/** What a changed scrap must be in the result; `undefined` where it must be gone. */
export interface Expectation {
  readonly encoder: string | undefined;
  /** `undefined` where it does not matter. */
  readonly isShown: boolean | undefined;
}

const modes: readonly MergeMode[] = ["complete", "reference"];

/**
 * Reads the result of a plan again, without the values that are certainly as they were: it must be
 * a notebook, and say of each changed scrap what was asked, under both merge modes. SPEC §13.7.
 *
 * @throws `notebook-result-invalid`.
 */
export function checkResult(
  bytes: Uint8Array,
  plan: Plan,
  expected: ReadonlyMap<string, Expectation | undefined>,
  maxDepth: number | undefined,
): void {
  try {
    const cells = readCells(bytes, plan, maxDepth);
    for (const mode of modes) checkScraps(cells, mode, expected);
  } catch (error) {
    if (!isScrapbookError(error)) throw error;
    const { what } = error.details;
    throw new ScrapbookError("notebook-result-invalid", {
      what: `The edited notebook would not be valid: ${what}`,
      path: error.path,
      hint: "Nothing was changed.",
      cause: error,
    });
  }
}

/** The result's cells, with stand-ins for what was kept. */
function readCells(
  bytes: Uint8Array,
  plan: Plan,
  maxDepth: number | undefined,
): readonly CellOutline[] {
  const stands = plan.kept.map(({ start, end, stand }) => ({
    start,
    end,
    bytes: utf8Encoder.encode(stand),
  }));
  const result = joinPieces(applyEdits(bytes, [...plan.edits, ...stands].sort(inOrder)));
  return readOutline(result, scan(result, { maxDepth }), "file").cells;
}

function checkScraps(
  cells: readonly CellOutline[],
  mode: MergeMode,
  expected: ReadonlyMap<string, Expectation | undefined>,
): void {
  const { scraps } = findScraps(cells, mode, () => {});
  const found = new Map(scraps.map((scrap) => [scrap.name, scrap]));
  for (const [name, expectation] of expected) {
    const scrap = found.get(name);
    const isRight =
      expectation === undefined
        ? scrap === undefined
        : scrap?.payload?.encoder === expectation.encoder &&
          (scrap?.display !== undefined) === (expectation.isShown ?? scrap?.display !== undefined);
    if (isRight) continue;
    throw new ScrapbookError("notebook-result-invalid", {
      what: `the scrap ${JSON.stringify(name)} would not be what was asked for`,
    });
  }
}
