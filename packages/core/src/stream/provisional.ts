import { findScraps } from "../decode/merge.ts";
import type { ReadContext } from "../notebook/read-options.ts";
import { readOutput } from "../outline/read-output.ts";
import { Scrap } from "../scrap/scrap.ts";
import type { OnOutput } from "./condenser.ts";
import type { Cuts } from "./cuts.ts";
import type { Held } from "./held.ts";
import { remainsOf } from "./remains.ts";

const ignore = (): void => {};

/** Tells of the scraps of each output as it comes. What is wrong with one is told at the end. */
export function tellProvisional(
  held: Held,
  cuts: Cuts,
  context: ReadContext,
  tell: (scrap: Scrap) => void,
): OnOutput {
  return (from, { cell, output: place, isCode, limits }) => {
    const bytes = held.bytes.slice(from);
    const tape = context.engine(bytes, { maxDepth: context.maxDepth });
    const known = { bytes, from, plain: tape.plain, limit: limits.maxScrapBytes };
    const { offsetOf, keep } = remainsOf(held, cuts, known);
    const output = readOutput({ bytes, tape, offsetOf, keep }, -1, cell, place, isCode)?.output;
    if (output === undefined) return;
    const nothing = { errors: [], outputsFault: undefined, code: undefined };
    const bearing = [{ index: cell, outputs: [output], ...nothing }];
    for (const scrap of findScraps(bearing, context.merge, ignore, ignore)) {
      tell(new Scrap(scrap, { ...context, codeOf: () => undefined }));
    }
  };
}
