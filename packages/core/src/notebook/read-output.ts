import type { Span } from "../json/span.ts";
import { kindAt, objectMembers, type ValueSpan } from "../json/walk.ts";
import { isRecordMime, isScrapMime } from "../protocol/mime.ts";
import type { BundleMember, Member, OutputFault, OutputOutline } from "./outline.ts";
import { spanOf, type WalkContext } from "./walk-context.ts";

/** Where an output stands. */
interface OutputPlace {
  readonly cellIndex: number;
  readonly outputIndex: number;
  readonly isCode: boolean;
}

/** The outline of an output, if it may bear scraps or is not what it must be. SPEC §2. */
export function readOutput(
  context: WalkContext,
  output: ValueSpan,
  place: OutputPlace,
): OutputOutline | undefined {
  const { bytes, tape } = context;
  const span = spanOf(output);
  if (kindAt(bytes, output.valueStart) !== "object") {
    return faulty(context, span, place, { path: "", got: kindAt(bytes, output.valueStart) });
  }
  let data: ValueSpan | undefined;
  let metadata: ValueSpan | undefined;
  objectMembers(bytes, tape, output.valueIndex, (member) => {
    if (member.key === "data") data = member;
    else if (member.key === "metadata") metadata = member;
  });
  const fault = faultOf(bytes, data, "/data") ?? faultOf(bytes, metadata, "/metadata");
  if (fault !== undefined) return faulty(context, span, place, fault);

  const bundle = data === undefined ? [] : readBundle(context, data);
  let scrapbook: Span | undefined;
  let papermill: Span | undefined;
  if (metadata !== undefined) {
    objectMembers(bytes, tape, metadata.valueIndex, (member) => {
      if (member.key === "scrapbook") scrapbook = spanOf(member);
      else if (member.key === "papermill") papermill = spanOf(member);
    });
  }
  if (bundle.length === 0 && scrapbook === undefined && papermill === undefined) return undefined;
  return {
    ...place,
    region: context.keep(span),
    span,
    fault: undefined,
    bundle,
    scrapbook,
    papermill,
  };
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
