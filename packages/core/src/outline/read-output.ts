import {
  afterValue,
  eachMember,
  findMembers,
  isClosing,
  type KeySlots,
  keySlots,
  objectAfter,
  valueAfter,
} from "../json/find-members.ts";
import type { Span } from "../json/span.ts";
import { decodeString } from "../json/string-literal.ts";
import { bearingKey } from "../json/tape.ts";
import { kindAt, type ValueSpan } from "../json/walk.ts";
import { skipSpace, trimSpace } from "../json/white-space.ts";
import { isRecordMime, isScrapMime, shortestScrapMime } from "../protocol/mime.ts";
import { lastOfEach } from "./last-of-each.ts";
import type { BundleMember, ErrorOutline, Member, OutputFault, OutputOutline } from "./outline.ts";
import type { Part } from "./region.ts";
import { fileSpan, isTextAfter, toPart, type WalkContext } from "./walk-context.ts";

/** What an output is kept for: as a bearer of scraps, or as an error that tells why a run failed. */
export interface ReadOutput {
  /** Set if it may bear scraps, or is not what it must be. SPEC §2. */
  readonly output: OutputOutline | undefined;
  /** Set if it is of type `error`. SPEC §9.3. */
  readonly error: ErrorOutline | undefined;
}

// Looked for in every output of every notebook, hardly any of which bears a scrap: what is found lies
// in the same place each time, and nothing is made for the others.
const outputSlots: KeySlots = /* @__PURE__ */ keySlots(
  "data",
  "metadata",
  "output_type",
  "ename",
  "evalue",
  "traceback",
);
const inOutput: Uint32Array = /* @__PURE__ */ new Uint32Array(6);
const metadataSlots: KeySlots = /* @__PURE__ */ keySlots("scrapbook", "papermill");
const inMetadata: Uint32Array = /* @__PURE__ */ new Uint32Array(2);

/**
 * Reads an output's outline. `undefined` for one that bears no payload, record or display, is no
 * error, and is what an output must be: nearly all. SPEC §2.
 *
 * @param before what leads to the output on the tape: see `firstElement`. −1 for the whole text.
 */
export function readOutput(
  context: WalkContext,
  before: number,
  cellIndex: number,
  outputIndex: number,
  isCode: boolean,
): ReadOutput | undefined {
  const { bytes, tape } = context;
  const object = objectAfter(bytes, tape, before);
  let fault = object < 0 ? faultAfter(context, before, "") : undefined;
  let error: ErrorOutline | undefined;
  let bundle = -1;
  let scrapbook = 0;
  let papermill = 0;
  if (fault === undefined) {
    findMembers(bytes, tape, object, outputSlots, inOutput);
    const data = inOutput[0] as number;
    const metadata = inOutput[1] as number;
    const type = inOutput[2] as number;
    if (type > 0 && isTextAfter(bytes, tape, type, "error")) error = readError(context);
    if (data > 0) {
      bundle = objectAfter(bytes, tape, data);
      if (bundle < 0) fault = faultAfter(context, data, "/data");
      else if (!bearsScraps(context, bundle)) bundle = -1;
    }
    if (metadata > 0) {
      const index = objectAfter(bytes, tape, metadata);
      if (index < 0) fault ??= faultAfter(context, metadata, "/metadata");
      else {
        findMembers(bytes, tape, index, metadataSlots, inMetadata);
        scrapbook = inMetadata[0] as number;
        papermill = inMetadata[1] as number;
      }
    }
  }
  const isKept = fault !== undefined || bundle >= 0 || scrapbook > 0 || papermill > 0;
  if (!isKept) return error && { output: undefined, error };
  const parts = { fault, bundle, scrapbook, papermill };
  return { output: keepOutput(context, before, { cellIndex, outputIndex, isCode }, parts), error };
}

type Place = Pick<OutputOutline, "cellIndex" | "outputIndex" | "isCode">;

/** What was found of an output that is kept, as places on the tape. */
interface Parts {
  readonly fault: OutputFault | undefined;
  readonly bundle: number;
  readonly scrapbook: number;
  readonly papermill: number;
}

// Apart from the above: closures cost something even where they are not made.
function keepOutput(
  context: WalkContext,
  before: number,
  place: Place,
  { fault, bundle, scrapbook, papermill }: Parts,
): OutputOutline {
  const { bytes, tape } = context;
  const span = fileSpan(context, valueAfter(bytes, tape, before));
  if (fault !== undefined) {
    const region = context.keep({ start: span.start, end: span.start });
    const nothing = { bundle: [], scrapbook: undefined, papermill: undefined };
    return { ...place, region, span, fault, ...nothing };
  }
  const spanAfter = (colon: number): Span | undefined =>
    colon > 0 ? fileSpan(context, valueAfter(bytes, tape, colon)) : undefined;
  // Written out: spreading `place` here took more than half of the time of the whole walk.
  const { cellIndex, outputIndex, isCode } = place;
  return {
    cellIndex,
    outputIndex,
    isCode,
    region: context.keep(span),
    span,
    fault,
    bundle: bundle >= 0 ? readBundle(context, bundle) : [],
    scrapbook: spanAfter(scrapbook),
    papermill: spanAfter(papermill),
  };
}

/** The parts of an error, which are found by now. */
function readError(context: WalkContext): ErrorOutline {
  const partAfter = (colon: number | undefined): Part | undefined =>
    colon ? toPart(context, valueAfter(context.bytes, context.tape, colon)) : undefined;
  return {
    ename: partAfter(inOutput[3]),
    evalue: partAfter(inOutput[4]),
    traceback: partAfter(inOutput[5]),
  };
}

/** Whether an object has a key under which a payload or a record stands. */
function bearsScraps({ bytes, tape }: WalkContext, index: number): boolean {
  const { positions, ends } = tape;
  if (isClosing(bytes[positions[index + 1] as number])) return false;
  for (let before = index; ; ) {
    const number = ends[before + 1];
    if (number === bearingKey) return true;
    if (number === 0) {
      const start = skipSpace(bytes, (positions[before] as number) + 1);
      const end = trimSpace(bytes, start, positions[before + 1] as number);
      // No escape makes a key longer than it is written.
      const mayBear = end - start >= shortestScrapMime + 2;
      if (mayBear && isBearing(decodeString(bytes, start, end))) return true;
    }
    before = afterValue(bytes, tape, before + 1);
    if (isClosing(bytes[positions[before] as number])) return false;
  }
}

function isBearing(mime: string): boolean {
  return isScrapMime(mime) || isRecordMime(mime);
}

/** The members of a bundle that bear payloads or records. */
function readBundle(context: WalkContext, data: number): BundleMember[] {
  const { bytes, tape } = context;
  const found: BundleMember[] = [];
  eachMember(bytes, tape, data, (mime, colon) => {
    if (!isBearing(mime)) return;
    const value = valueAfter(bytes, tape, colon);
    const members = objectAfter(bytes, tape, colon) < 0 ? undefined : readMembers(context, value);
    const { start, end } = fileSpan(context, value);
    found.push({ mime, start, end, members });
  });
  return lastOfEach(found, ({ mime }) => mime);
}

function readMembers(context: WalkContext, object: ValueSpan): Member[] {
  const { bytes, tape } = context;
  const found: Member[] = [];
  eachMember(bytes, tape, object.valueIndex, (key, colon) => {
    const { start, end } = fileSpan(context, valueAfter(bytes, tape, colon));
    found.push({ key, start, end });
  });
  return lastOfEach(found, ({ key }) => key);
}

function faultAfter(context: WalkContext, colon: number, path: OutputFault["path"]): OutputFault {
  const { bytes, tape } = context;
  const value = valueAfter(bytes, tape, colon);
  const got = kindAt(bytes, value.valueStart);
  return { path, got, offset: fileSpan(context, value).start };
}
