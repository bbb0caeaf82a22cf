import { knownKeys } from "../json/known-key.ts";
import type { Span } from "../json/span.ts";
import { decodeString } from "../json/string-literal.ts";
import type { CellsContext, FoundCells } from "../outline/cells.ts";
import { lastOfEach } from "../outline/last-of-each.ts";
import type {
  BearingCell,
  BundleMember,
  ErrorOutline,
  Member,
  OutputOutline,
} from "../outline/outline.ts";
import type { Part } from "../outline/region.ts";

/** What numbers tell of, in the order in which they stand: `walk.c` writes them. */
const cell = 1;
const output = 2;
const error = 3;
/** In place of the number of an object's members, for a value that is none. */
const noObject = 0xffffffff;

/** Numbers that are read one after the other. */
interface Numbers {
  readonly found: Uint32Array;
  at: number;
}

/** The cells that `walk.c` found, as the walk over the tape would give them. */
export function readFoundCells(
  context: CellsContext,
  found: Uint32Array,
  marks: Uint32Array,
): FoundCells {
  const numbers = { found, at: 0 };
  const bearing: BearingCell[] = [];
  while (next(numbers) === cell) bearing.push(readCell(context, numbers));
  return { bearing, marks: marks.slice() };
}

function readCell(context: CellsContext, numbers: Numbers): BearingCell {
  const index = next(numbers);
  const isCode = next(numbers) === 1;
  const source = readSpan(numbers);
  const outputs: OutputOutline[] = [];
  const errors: ErrorOutline[] = [];
  for (let kind = next(numbers); ; kind = next(numbers)) {
    if (kind === error) errors.push(readError(context, numbers));
    else if (kind === output) outputs.push(readOutput(context, numbers, index, isCode));
    else break;
  }
  numbers.at--;
  const isAsked = errors.length > 0 || context.codeLines;
  const code = isAsked ? partAt(context, source) : undefined;
  return { index, outputs, errors, outputsFault: undefined, code };
}

function readError(context: CellsContext, numbers: Numbers): ErrorOutline {
  return {
    ename: partAt(context, readSpan(numbers)),
    evalue: partAt(context, readSpan(numbers)),
    traceback: partAt(context, readSpan(numbers)),
  };
}

function readOutput(
  context: CellsContext,
  numbers: Numbers,
  cellIndex: number,
  isCode: boolean,
): OutputOutline {
  const outputIndex = next(numbers);
  const span = readSpan(numbers);
  const region = context.keep(span);
  const scrapbook = readSpan(numbers);
  const papermill = readSpan(numbers);
  // As long as it will be: one that grows has room for seventeen.
  const bundle = new Array<BundleMember>(next(numbers));
  for (let i = 0; i < bundle.length; i++) bundle[i] = readBundle(context, numbers);
  return {
    cellIndex,
    outputIndex,
    isCode,
    region,
    span,
    fault: undefined,
    bundle: lastOfEach(bundle, ({ mime }) => mime),
    scrapbook: isThere(scrapbook) ? scrapbook : undefined,
    papermill: isThere(papermill) ? papermill : undefined,
  };
}

function readBundle({ bytes }: CellsContext, numbers: Numbers): BundleMember {
  const mime = decodeString(bytes, next(numbers), next(numbers));
  const start = next(numbers);
  const end = next(numbers);
  const count = next(numbers);
  if (count === noObject) return { mime, start, end, members: undefined };
  const members = new Array<Member>(count);
  for (let i = 0; i < count; i++) {
    const known = knownKeys[next(numbers)];
    const [keyStart, keyEnd] = [next(numbers), next(numbers)];
    const key = known || decodeString(bytes, keyStart, keyEnd);
    members[i] = { key, start: next(numbers), end: next(numbers) };
  }
  return { mime, start, end, members: lastOfEach(members, ({ key }) => key) };
}

function next(numbers: Numbers): number {
  return numbers.found[numbers.at++] as number;
}

function readSpan(numbers: Numbers): Span {
  return { start: next(numbers), end: next(numbers) };
}

function isThere({ end }: Span): boolean {
  return end > 0;
}

function partAt({ keep }: CellsContext, span: Span): Part | undefined {
  return isThere(span) ? { region: keep(span), span } : undefined;
}
