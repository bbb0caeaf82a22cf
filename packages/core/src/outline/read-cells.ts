import {
  containerAfter,
  endAfter,
  findMembers,
  firstElement,
  type KeySlots,
  keySlots,
  nextElement,
  objectAfter,
  startAfter,
  valueAfter,
} from "../json/find-members.ts";
import { kindAt, type ValueSpan } from "../json/walk.ts";
import { addMark, beginMarks, takeMarks } from "./cell-marks.ts";
import type { Cells, CellsContext, CellTape, FoundCells } from "./cells.ts";
import type { BearingCell, CellOutline, ErrorOutline, OutputOutline } from "./outline.ts";
import { requireKind, wrongType } from "./outline-error.ts";
import { partText } from "./part-text.ts";
import { readOutput } from "./read-output.ts";
import { markedParts } from "./region.ts";
import { isTextAfter, toPart, type WalkContext } from "./walk-context.ts";

const cellSlots: KeySlots = /* @__PURE__ */ keySlots(
  "metadata",
  "outputs",
  "execution_count",
  "cell_type",
  "source",
);
const inCell: Uint32Array = /* @__PURE__ */ new Uint32Array(5);
const papermillSlot: KeySlots = /* @__PURE__ */ keySlots("papermill");
const inMetadata: Uint32Array = /* @__PURE__ */ new Uint32Array(1);

/** Reads the cells of a notebook. Makes objects for those alone that bear something. */
export function readCells(context: CellsContext, cells: ValueSpan): FoundCells {
  const { bytes, tape } = context;
  const known = (tape as CellTape).findCells?.(context, cells.valueIndex);
  if (known !== undefined) return known;
  const bearing: BearingCell[] = [];
  beginMarks();
  let before = firstElement(bytes, tape, cells.valueIndex);
  for (let index = 0; before >= 0; index++) {
    const cell = objectAfter(bytes, tape, before);
    if (cell < 0) {
      const start = startAfter(bytes, tape, before);
      throw wrongType(`/cells/${index}`, kindAt(bytes, start), "object", start);
    }
    const found = readCell(context, cell, index);
    if (found !== undefined) bearing.push(found);
    before = nextElement(bytes, tape, before);
  }
  return { bearing, marks: takeMarks() };
}

function readCell(context: CellsContext, cell: number, index: number): BearingCell | undefined {
  const { bytes, tape } = context;
  findMembers(bytes, tape, cell, cellSlots, inCell);
  const metadata = inCell[0] as number;
  const outputs = inCell[1] as number;
  const count = inCell[2] as number;
  const type = inCell[3] as number;
  const source = inCell[4] as number;
  const object = metadata > 0 ? objectAfter(bytes, tape, metadata) : -1;
  if (object < 0) {
    const value = metadata > 0 ? valueAfter(bytes, tape, metadata) : undefined;
    const start = tape.positions[cell] as number;
    requireKind(bytes, value, "object", `/cells/${index}/metadata`, start);
  }
  mark(context, type);
  mark(context, count);
  mark(context, papermillIn(context, object));
  return outputs > 0 ? readOutputs(context, outputs, source, type, index) : undefined;
}

function mark({ bytes, tape }: WalkContext, colon: number): void {
  if (colon > 0) addMark(startAfter(bytes, tape, colon), endAfter(bytes, tape, colon));
  else addMark(0, 0);
}

/**
 * Tape index of the colon of the last member `papermill` of the metadata whose `{` is at a tape
 * index; 0 where there is none.
 */
export function papermillIn({ bytes, tape }: WalkContext, metadata: number): number {
  findMembers(bytes, tape, metadata, papermillSlot, inMetadata);
  return inMetadata[0] as number;
}

function readOutputs(
  context: CellsContext,
  colon: number,
  source: number,
  type: number,
  index: number,
): BearingCell | undefined {
  const { bytes, tape } = context;
  const list = containerAfter(bytes, tape, colon);
  if (list < 0 || bytes[tape.positions[list] as number] !== 0x5b) {
    return notAList(context, colon, index);
  }
  const isCode = type > 0 && isTextAfter(bytes, tape, type, "code");
  let outputs: OutputOutline[] | undefined;
  let errors: ErrorOutline[] | undefined;
  let before = firstElement(bytes, tape, list);
  for (let place = 0; before >= 0; place++, before = nextElement(bytes, tape, before)) {
    const found = readOutput(context, before, index, place, isCode);
    if (found === undefined) continue;
    outputs = added(outputs, found.output);
    errors = added(errors, found.error);
  }
  if (outputs === undefined && errors === undefined) return undefined;
  const isAsked = errors !== undefined || context.codeLines;
  return {
    index,
    outputs: outputs ?? [],
    errors: errors ?? [],
    outputsFault: undefined,
    code: isAsked && source > 0 ? toPart(context, valueAfter(bytes, tape, source)) : undefined,
  };
}

/** A list with one more, made when there is a first. */
function added<T>(list: T[] | undefined, one: T | undefined): T[] | undefined {
  if (one === undefined) return list;
  if (list === undefined) return [one];
  list.push(one);
  return list;
}

/** `{}` counts as no outputs, as in the reference; anything else is a fault. SPEC §12. */
function notAList(
  { bytes, tape, offsetOf }: WalkContext,
  colon: number,
  index: number,
): BearingCell | undefined {
  const { valueStart, valueIndex } = valueAfter(bytes, tape, colon);
  const got = kindAt(bytes, valueStart);
  if (got === "object" && tape.ends[valueIndex] === valueIndex + 1) return undefined;
  const outputsFault = { got, offset: offsetOf(valueStart) };
  return { index, outputs: [], errors: [], outputsFault, code: undefined };
}

/** The cells, each with what is kept of it. */
export function makeCells({ marks, bearing, marked }: Cells): readonly CellOutline[] {
  const nextPart = markedParts(marked);
  const cells: CellOutline[] = [];
  for (let i = 0; i < marks.length; i += 6) {
    const [type, executionCount, papermill] = [0, 2, 4].map((value) =>
      nextPart(marks[i + value] as number, marks[i + value + 1] as number),
    );
    const nothing = { outputs: [], errors: [], outputsFault: undefined, code: undefined };
    cells.push({ isCode: partText(type) === "code", executionCount, papermill, ...nothing });
  }
  for (const { index, ...content } of bearing) {
    cells[index] = { ...(cells[index] as CellOutline), ...content };
  }
  return cells;
}
