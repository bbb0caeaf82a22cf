import { isShownMime } from "../encode/display.ts";
import type { Edit } from "../json/edit/apply.ts";
import { memberEdits, objectEdits, replaceEdits, type Text } from "../json/edit/object.ts";
import { pushAll } from "../json/push-all.ts";
import type { Member } from "../json/walk.ts";
import { BundleKeys } from "./bundle-keys.ts";
import type { DraftOutput } from "./draft-output.ts";
import { freshText, type TextStyle } from "./fresh-text.ts";
import { metadataEdits } from "./metadata-edits.ts";
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
  if (output.lone !== undefined) {
    const span = { start: value.valueStart, end: value.valueEnd };
    return replaceEdits(text, span, span.start, freshText(output.lone, style));
  }
  const remove = removedMimes(output, parts);
  const kept = [...parts.data.keys()].filter((mime) => !remove.has(mime));
  const keys = new BundleKeys(kept);
  const bundle = { assign: new Map(), append: new Map(), rekey: new Map(), remove, keys };
  const missing = new Map<string, string>();
  const edits = bundleEdits(text, output, parts.data, bundle);
  pushAll(edits, memberEdits(text, members, "data", bundle, missing));
  pushAll(edits, metadataEdits(text, output, parts, style, missing));
  pushAll(edits, objectEdits(text, value, { assign: missing }));
  return edits;
}

/** The edits inside the payloads; what concerns the bundle itself is put into `bundle`. */
function bundleEdits(
  text: Text,
  { before, payloads, isConverted }: DraftOutput,
  data: ReadonlyMap<string, Member>,
  bundle: BundleChange,
): Edit[] {
  const edits: Edit[] = [];
  for (const payload of payloads.all) {
    const { content, isRemoved, oldName, name } = payload;
    const member = data.get(payload.member?.mime ?? "");
    if (isRemoved || (content === undefined && name === oldName)) continue;
    if (payload.member === undefined) {
      if (content !== undefined) {
        addPayloadMember(text, name, content, bundle, payloads.count === 1);
      }
    } else if (member !== undefined) pushAll(edits, payloadEdits(text, member, payload, bundle));
  }
  const { mimePrefix } = before;
  if (isConverted && mimePrefix) {
    for (const mime of data.keys()) {
      if (mime.startsWith(mimePrefix)) bundle.rekey.set(mime, withoutPrefix(mime, mimePrefix));
    }
  }
  return edits;
}

/** The keys that go: payloads that were removed, and what showed a scrap that is no longer shown. */
function removedMimes(output: DraftOutput, { data }: OutputParts): Set<string> {
  const { before, payloads, isConverted, isStripped } = output;
  const removed = new Set<string>();
  for (const { member, isRemoved } of payloads.all) {
    if (member !== undefined && isRemoved) removed.add(member.mime);
  }
  for (const mime of data.keys()) {
    // Without myst-nb's mark, what its form hid would come to light as payloads.
    const isHidden = isConverted && !isShownMime(withoutPrefix(mime, before.mimePrefix));
    const isDropped = isStripped && (isConverted || isShownMime(mime));
    if (isHidden || isDropped) removed.add(mime);
  }
  return removed;
}

function withoutPrefix(mime: string, prefix = ""): string {
  return mime.startsWith(prefix) ? mime.slice(prefix.length) : mime;
}
