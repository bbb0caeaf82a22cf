import type { Tape } from "../json/tape.ts";
import { arrayElements, kindAt, objectMembers, rootValue, type ValueSpan } from "../json/walk.ts";
import { keepCopies, keepFile } from "../region.ts";
import { decodeFormat } from "./format.ts";
import { memberMissing, notAnObject, wrongType } from "./notebook-error.ts";
import type { CellOutline, ErrorOutline, Outline, OutputOutline } from "./outline.ts";
import { readOutput } from "./read-output.ts";
import { isText, toPart, type WalkContext } from "./walk-context.ts";

/**
 * Walks a tape into an outline. `retain: "parts"` copies what views need, so that the file's bytes
 * can be let go. SPEC §2; order of checks §12.
 *
 * @throws `notebook-not-object`, `notebook-version-missing`, `notebook-version-invalid`,
 * `notebook-version-unsupported`, `notebook-member-missing`, `notebook-member-type`.
 */
export function readOutline(bytes: Uint8Array, tape: Tape, retain: "file" | "parts"): Outline {
  const { keep, finish } = retain === "file" ? keepFile(bytes) : keepCopies(bytes);
  const context: WalkContext = { bytes, tape, keep };
  const root = rootValue(bytes, tape);
  const kind = kindAt(bytes, root.valueStart);
  if (kind !== "object") throw notAnObject(kind);

  const members = new Map<string, ValueSpan>();
  objectMembers(bytes, tape, root.valueIndex, (member) => {
    members.set(member.key, member);
  });
  const format = decodeFormat(bytes, members.get("nbformat"), members.get("nbformat_minor"));
  const metadata = requireKind(bytes, members.get("metadata"), "object", "/metadata");
  const cells = requireKind(bytes, members.get("cells"), "array", "/cells");
  const outline: Outline = {
    ...format,
    metadata: toPart(context, metadata),
    cells: readCells(context, cells),
  };
  finish();
  return outline;
}

function readCells(context: WalkContext, cells: ValueSpan): CellOutline[] {
  const { bytes, tape } = context;
  const outlines: CellOutline[] = [];
  arrayElements(bytes, tape, cells.valueIndex, (cell, index) => {
    const kind = kindAt(bytes, cell.valueStart);
    if (kind !== "object") throw wrongType(`/cells/${index}`, kind, "object");
    outlines.push(readCell(context, cell, index));
  });
  return outlines;
}

function readCell(context: WalkContext, cell: ValueSpan, cellIndex: number): CellOutline {
  const { bytes, tape } = context;
  let type: ValueSpan | undefined;
  let metadata: ValueSpan | undefined;
  let executionCount: ValueSpan | undefined;
  let outputs: ValueSpan | undefined;
  objectMembers(bytes, tape, cell.valueIndex, (member) => {
    if (member.key === "metadata") metadata = member;
    else if (member.key === "outputs") outputs = member;
    else if (member.key === "execution_count") executionCount = member;
    else if (member.key === "cell_type") type = member;
  });
  const checked = requireKind(bytes, metadata, "object", `/cells/${cellIndex}/metadata`);
  const papermill = memberOf(context, checked, "papermill");
  const isCode = type !== undefined && isText(bytes, type, "code");
  const outline: CellOutline = {
    isCode,
    executionCount: executionCount && toPart(context, executionCount),
    papermill: papermill && toPart(context, papermill),
    outputs: [],
    errors: [],
    outputsFault: undefined,
  };
  if (outputs === undefined) return outline;
  if (kindAt(bytes, outputs.valueStart) !== "array")
    return withoutOutputs(context, outline, outputs);
  const kept: OutputOutline[] = [];
  const errors: ErrorOutline[] = [];
  arrayElements(bytes, tape, outputs.valueIndex, (output, outputIndex) => {
    const found = readOutput(context, output, { cellIndex, outputIndex, isCode });
    if (found.output !== undefined) kept.push(found.output);
    if (found.error !== undefined) errors.push(found.error);
  });
  return { ...outline, outputs: kept, errors };
}

/** `{}` counts as no outputs, as in the reference; anything else is a fault. SPEC §12. */
function withoutOutputs(
  { bytes, tape }: WalkContext,
  outline: CellOutline,
  outputs: ValueSpan,
): CellOutline {
  const kind = kindAt(bytes, outputs.valueStart);
  const isEmpty = tape.ends[outputs.valueIndex] === outputs.valueIndex + 1;
  return kind === "object" && isEmpty ? outline : { ...outline, outputsFault: kind };
}

/** The last member of that key, if the object has one. */
function memberOf(context: WalkContext, object: ValueSpan, key: string): ValueSpan | undefined {
  let found: ValueSpan | undefined;
  objectMembers(context.bytes, context.tape, object.valueIndex, (member) => {
    if (member.key === key) found = member;
  });
  return found;
}

function requireKind(
  bytes: Uint8Array,
  value: ValueSpan | undefined,
  kind: "object" | "array",
  path: string,
): ValueSpan {
  if (value === undefined) throw memberMissing(path);
  const got = kindAt(bytes, value.valueStart);
  if (got !== kind) throw wrongType(path, got, kind);
  return value;
}
