import { isScrapbookError, ScrapbookError } from "../error/error.ts";
import { tooLarge } from "../io/store-error.ts";
import type { PieceScanner } from "../json/piece-scanner.ts";
import type { ReadContext } from "../notebook/read-options.ts";
import type { Outline } from "../outline/outline.ts";
import { readOutline } from "../outline/read-outline.ts";
import type { AbortSignalLike } from "../platform.ts";
import type { Scrap } from "../scrap/scrap.ts";
import type { Pieces } from "./byte-source.ts";
import { Condensing } from "./condense.ts";
import { Condenser } from "./condenser.ts";
import { Cuts } from "./cuts.ts";
import { Held } from "./held.ts";
import { HoldContext, type HoldLimits } from "./hold.ts";
import { interruptible } from "./interrupt.ts";
import { tellProvisional } from "./provisional.ts";
import { type HeldRemains, remainsOf } from "./remains.ts";

/** How a notebook is held. */
export interface HoldOptions extends HoldLimits {
  readonly maxHeldBytes: number;
  readonly maxBytes: number;
  /** White space up to this length is held as it is. */
  readonly mostSpace: number;
  readonly oldFormats: boolean;
  readonly signal: AbortSignalLike | undefined;
  readonly onProvisional: ((scrap: Scrap) => void) | undefined;
}

/** What is held of a notebook. */
export interface HeldNotebook {
  /** A notebook that says the same of the scraps. */
  readonly bytes: Uint8Array;
  readonly held: Held;
  readonly cuts: Cuts;
  readonly remains: HeldRemains;
  readonly outline: Outline;
  /** How many bytes the whole notebook has. */
  readonly byteLength: number;
}

/** Takes a notebook's pieces and holds of them what its scraps need. @throws what reading throws. */
export async function holdNotebook(
  source: Pieces,
  scanner: PieceScanner,
  context: ReadContext,
  options: HoldOptions,
): Promise<HeldNotebook> {
  const { onProvisional, signal, maxBytes, maxScrapBytes, oldFormats, codeLines } = options;
  const held = new Held(options.maxHeldBytes);
  const cuts = new Cuts();
  const state = new HoldContext(options);
  const onOutput = onProvisional && tellProvisional(held, cuts, context, onProvisional);
  const condenser = new Condenser(held, cuts, state, options.mostSpace, onOutput);
  const condensing = new Condensing(scanner, condenser, held, context.maxDepth);
  for await (const piece of interruptible(source.pieces, signal)) {
    condensing.take(piece);
    if (condensing.length > maxBytes) throw tooLarge(context.source ?? "the source", maxBytes);
  }
  condensing.finish();
  // What grew by doubling may be half empty.
  const bytes = held.bytes.slice();
  const tape = context.engine(bytes, { maxDepth: context.maxDepth });
  const known = { bytes, from: 0, plain: tape.plain, limit: maxScrapBytes };
  const remains = remainsOf(held, cuts, known);
  const outline = inFile(remains, () =>
    readOutline(bytes, tape, { retain: remains, oldFormats, codeLines }),
  );
  return { bytes, held, cuts, remains, outline, byteLength: condensing.length };
}

/** Does something with what is held; what it throws says where in the file that is. */
export function inFile<T>({ offsetOf }: Pick<HeldRemains, "offsetOf">, act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (!isScrapbookError(error) || error.offset === undefined) throw error;
    throw new ScrapbookError(error.code, { ...error.details, offset: offsetOf(error.offset) });
  }
}
