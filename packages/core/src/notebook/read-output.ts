import type { Span } from "../json/span.ts";
import { kindAt, objectMembers, type ValueSpan } from "../json/walk.ts";
import { isRecordMime, isScrapMime } from "../protocol/mime.ts";
import type {
  BundleMember,
  ErrorOutline,
  Member,
  OutputFault,
  OutputOutline,
  Part,
} from "./outline.ts";
import { isText, spanOf, toPart, type WalkContext } from "./walk-context.ts";

/** Where an output stands. */
interface OutputPlace {
  readonly cellIndex: number;
  readonly outputIndex: number;
  readonly isCode: boolean;
}

/** What an output is kept for: as a bearer of scraps, or as an error that tells why a run failed. */
export interface FoundOutput {
  /** Set if it may bear scraps, or is not what it must be. SPEC §2. */
  readonly output: OutputOutline | undefined;
  /** Set if it is of type `error`. SPEC §9.3. */
  readonly error: ErrorOutline | undefined;
}

/** Reads an output's outline. */
export function readOutput(
  context: WalkContext,
  output: ValueSpan,
  place: OutputPlace,
): FoundOutput {
  const { bytes, tape } = context;
  const span = spanOf(output);
  const got = kindAt(bytes, output.valueStart);
  if (got !== "object") {
    return { output: faulty(context, span, place, { path: "", got }), error: undefined };
  }
  // Variables rather than a map: this runs for every output of every notebook.
  let data: ValueSpan | undefined;
  let metadata: ValueSpan | undefined;
  let type: ValueSpan | undefined;
  objectMembers(bytes, tape, output.valueIndex, (member) => {
    if (member.key === "data") data = member;
    else if (member.key === "metadata") metadata = member;
    else if (member.key === "output_type") type = member;
  });
  const isError = type !== undefined && isText(bytes, type, "error");
  const error = isError ? readError(context, output) : undefined;
  const fault = faultOf(bytes, data, "/data") ?? faultOf(bytes, metadata, "/metadata");
  if (fault !== undefined) return { output: faulty(context, span, place, fault), error };

  const bundle = data === undefined ? [] : readBundle(context, data);
  let scrapbook: Span | undefined;
  let papermill: Span | undefined;
  if (metadata !== undefined) {
    objectMembers(bytes, tape, metadata.valueIndex, (member) => {
      if (member.key === "scrapbook") scrapbook = spanOf(member);
      else if (member.key === "papermill") papermill = spanOf(member);
    });
  }
  if (bundle.length === 0 && scrapbook === undefined && papermill === undefined) {
    return { output: undefined, error };
  }
  // Written out: spreading `place` here took half of the time of the whole walk.
  const { cellIndex, outputIndex, isCode } = place;
  const region = context.keep(span);
  return {
    output: {
      cellIndex,
      outputIndex,
      isCode,
      region,
      span,
      fault: undefined,
      bundle,
      scrapbook,
      papermill,
    },
    error,
  };
}

function readError(context: WalkContext, output: ValueSpan): ErrorOutline {
  let ename: Part | undefined;
  let evalue: Part | undefined;
  objectMembers(context.bytes, context.tape, output.valueIndex, (member) => {
    if (member.key === "ename") ename = toPart(context, member);
    else if (member.key === "evalue") evalue = toPart(context, member);
  });
  return { ename, evalue };
}

/** The members of a bundle that bear payloads or records. */
function readBundle({ bytes, tape }: WalkContext, data: ValueSpan): BundleMember[] {
  const found = new Map<string, BundleMember>();
  objectMembers(bytes, tape, data.valueIndex, (member) => {
    if (!isScrapMime(member.key) && !isRecordMime(member.key)) return;
    const isObject = kindAt(bytes, member.valueStart) === "object";
    found.set(member.key, {
      mime: member.key,
      value: spanOf(member),
      members: isObject ? readMembers({ bytes, tape }, member) : undefined,
    });
  });
  return [...found.values()];
}

function readMembers(
  { bytes, tape }: Pick<WalkContext, "bytes" | "tape">,
  object: ValueSpan,
): Member[] {
  const found = new Map<string, Member>();
  objectMembers(bytes, tape, object.valueIndex, (member) => {
    found.set(member.key, { key: member.key, value: spanOf(member) });
  });
  return [...found.values()];
}

function faultOf(
  bytes: Uint8Array,
  value: ValueSpan | undefined,
  path: "/data" | "/metadata",
): OutputFault | undefined {
  const kind = value === undefined ? "object" : kindAt(bytes, value.valueStart);
  return kind === "object" ? undefined : { path, got: kind };
}

function faulty(
  context: WalkContext,
  span: Span,
  place: OutputPlace,
  fault: OutputFault,
): OutputOutline {
  const region = context.keep({ start: span.start, end: span.start });
  return { ...place, region, span, fault, bundle: [], scrapbook: undefined, papermill: undefined };
}
