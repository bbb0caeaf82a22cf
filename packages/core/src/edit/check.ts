import { findScraps, type MergeMode } from "../decode/merge.ts";
import { decodeOutput } from "../decode/output.ts";
import { isScrapbookError, ScrapbookError } from "../error/error.ts";
import { applyEdits, joinPieces } from "../json/edit/apply.ts";
import type { ReadContext } from "../notebook/read-options.ts";
import type { BearingCell } from "../outline/outline.ts";
import { readOutline } from "../outline/read-outline.ts";
import { utf8Encoder } from "../platform.ts";
import type { Expectation } from "./expectations.ts";
import { inOrder, type Plan } from "./plan.ts";

/** What the result is held against. */
export interface Expected {
  /** The scraps that were changed; `undefined` for those that must be gone. */
  readonly scraps: ReadonlyMap<string, Expectation | undefined>;
  /** How many of the outputs that changed, or were put in, bear each name. */
  readonly bearers: ReadonlyMap<string, number>;
}

const ignore = (): void => {};

const modes: readonly MergeMode[] = ["complete", "reference"];

/**
 * Reads the result of a plan again, without the values that are certainly as they were: it must be
 * a notebook, say of each changed scrap what was asked, under both merge modes, and bring no scrap to
 * light that no reader saw before, such as one that myst-nb's form hid. SPEC §13.7.
 *
 * @throws `notebook-result-invalid`.
 */
export function checkResult(
  bytes: Uint8Array,
  plan: Plan,
  expected: Expected,
  context: Pick<ReadContext, "engine" | "maxDepth">,
): void {
  try {
    const cells = readCells(bytes, plan, context);
    checkBearers(cells, expected.bearers);
    for (const mode of modes) checkScraps(cells, mode, expected.scraps);
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

/** The result's cells that bear something, with stand-ins for what was kept. */
function readCells(
  bytes: Uint8Array,
  plan: Plan,
  { engine, maxDepth }: Pick<ReadContext, "engine" | "maxDepth">,
): readonly BearingCell[] {
  const stands = plan.kept.map(({ start, end, stand }) => ({
    start,
    end,
    bytes: utf8Encoder.encode(stand),
  }));
  const result = joinPieces(applyEdits(bytes, [...plan.edits, ...stands].sort(inOrder)));
  return readOutline(result, engine(result, { maxDepth }), { retain: "file" }).bearing;
}

function checkBearers(cells: readonly BearingCell[], expected: ReadonlyMap<string, number>): void {
  const found = countBearers(
    cells.flatMap(({ outputs }) =>
      outputs.map((output) => {
        const { data, display } = decodeOutput(output, ignore, ignore);
        return { dataNames: data.keys(), displayName: display?.name };
      }),
    ),
  );
  for (const name of new Set([...found.keys(), ...expected.keys()])) {
    if (found.get(name) === expected.get(name)) continue;
    throw new ScrapbookError("notebook-result-invalid", {
      what: `the scrap ${JSON.stringify(name)} would be in other outputs than planned`,
    });
  }
}

/** How many outputs bear each name. */
export function countBearers(
  outputs: Iterable<{ dataNames: Iterable<string>; displayName: string | undefined }>,
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { dataNames, displayName } of outputs) {
    const names = new Set(dataNames);
    if (displayName !== undefined) names.add(displayName);
    for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

function checkScraps(
  cells: readonly BearingCell[],
  mode: MergeMode,
  expected: ReadonlyMap<string, Expectation | undefined>,
): void {
  const scraps = findScraps(cells, mode, ignore, ignore);
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
