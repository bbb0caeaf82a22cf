import { isShownMime } from "../encode/display.ts";
import type { Member } from "../json/walk.ts";
import type { Edit } from "./apply.ts";
import { type DraftOutput, isConverted, isStripped } from "./draft-output.ts";
import { freshText, type TextStyle } from "./fresh-text.ts";
import { metadataEdits } from "./metadata-edits.ts";
import { memberEdits, objectEdits, replaceEdits, type Text } from "./object.ts";
import type { OutputParts } from "./output-parts.ts";
import { addPayloadMember, type BundleChange, payloadEdits } from "./payload-edits.ts";

/** The edits inside an output of the file that changed and stays. Disjoint, not sorted. SPEC §13. */
export function outputEdits(
  text: Text,
  output: DraftOutput,
  parts: OutputParts,
  style: TextStyle,
): Edit[] {
  const { value, members } = parts;
  if (output.fresh !== undefined) {
    const span = { start: value.valueStart, end: value.valueEnd };
    return replaceEdits(text, span, span.start, freshText(output.fresh, style));
  }
  const bundle: BundleChange = {
    assign: new Map(),
    append: new Map(),
    rekey: new Map(),
    remove: removedMimes(output, parts),
    taken: new Set(parts.data.keys()),
  };
  const missing = new Map<string, string>();
  const edits = [
    ...bundleEdits(text, output, parts.data, bundle),
    ...memberEdits(text, members, "data", bundle, missing),
    ...metadataEdits(text, output, parts, style, missing),
  ];
  return [...edits, ...objectEdits(text, value, { assign: missing })];
}

/** The edits inside the payloads; what concerns the bundle itself is put into `bundle`. */
function bundleEdits(
  text: Text,
  { before, now, mimePrefix }: DraftOutput,
  data: ReadonlyMap<string, Member>,
  bundle: BundleChange,
): Edit[] {
  const edits: Edit[] = [];
  const were = new Map(before.payloads.map((payload) => [payload.member?.mime, payload]));
  for (const mime of bundle.remove) bundle.taken.delete(mime);
  for (const payload of now.payloads) {
    const was = were.get(payload.member?.mime);
    const member = data.get(payload.member?.mime ?? "");
    if (was !== undefined && member !== undefined) {
      if (was !== payload) edits.push(...payloadEdits(text, member, was, payload, bundle));
    } else if (payload.content !== undefined) {
      addPayloadMember(text, payload.name, payload.content, bundle, now.payloads.length === 1);
    }
  }
  if (mimePrefix && now.payloads.length > 0) {
    for (const mime of data.keys()) {
      if (mime.startsWith(mimePrefix)) bundle.rekey.set(mime, withoutPrefix(mime, mimePrefix));
    }
  }
  return edits;
}

/** The keys that go: payloads that were removed, and what showed a scrap that is no longer shown. */
function removedMimes(output: DraftOutput, { data }: OutputParts): Set<string> {
  const { before, now, mimePrefix } = output;
  const kept = new Set(now.payloads.map(({ member }) => member?.mime));
  const removed = new Set<string>();
  for (const { member } of before.payloads) {
    if (member !== undefined && !kept.has(member.mime)) removed.add(member.mime);
  }
  for (const mime of data.keys()) {
    // Without myst-nb's mark, what its form hid would come to light as payloads.
    const isHidden = isConverted(output) && !isShownMime(withoutPrefix(mime, mimePrefix));
    const isDropped = isStripped(output) && (isConverted(output) || isShownMime(mime));
    if (isHidden || isDropped) removed.add(mime);
  }
  return removed;
}

function withoutPrefix(mime: string, prefix = ""): string {
  return mime.startsWith(prefix) ? mime.slice(prefix.length) : mime;
}
