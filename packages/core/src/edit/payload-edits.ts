import type { PayloadContent } from "../encode/payload.ts";
import type { Edit } from "../json/edit/apply.ts";
import { jsonText, stringText } from "../json/edit/json-text.ts";
import { objectEdits, type Text } from "../json/edit/object.ts";
import { integralValue } from "../json/integral.ts";
import type { Member } from "../json/walk.ts";
import { isRecordMime } from "../protocol/mime.ts";
import type { BundleKeys } from "./bundle-keys.ts";
import type { DraftPayload } from "./draft-payloads.ts";
import { payloadText } from "./fresh-text.ts";

/** What becomes of the bundle that holds a payload. */
export interface BundleChange {
  readonly assign: Map<string, string>;
  readonly append: Map<string, string>;
  readonly rekey: Map<string, string>;
  readonly remove: Set<string>;
  readonly keys: BundleKeys;
}

/**
 * The edits inside a payload or record that changed. What cannot be done inside, since it is written
 * anew or gets another key, is put into `bundle`. SPEC §13.
 */
export function payloadEdits(
  text: Text,
  member: Member,
  { content, original, name, oldName = name }: DraftPayload,
  bundle: BundleChange,
): Edit[] {
  const isRecord = isRecordMime(member.key);
  if (content === undefined) {
    if (name === oldName) return [];
    // Behind a record's first key others are ignored: one of the new name would get its value.
    return objectEdits(
      text,
      member,
      isRecord
        ? { rekey: new Map([[oldName, name]]), remove: new Set([name]) }
        : { assign: new Map([["name", stringText(name)]]) },
    );
  }
  if (isRecord || (original !== undefined && original.encoder !== content.encoder)) {
    bundle.rekey.set(member.key, bundle.keys.take(content.encoder));
    bundle.keys.free(member.key);
  }
  if (isRecord || original === undefined || content.more !== undefined) {
    bundle.assign.set(member.key, payloadText(name, content, text.layout.sorted));
    return [];
  }
  const { data, encoder, version } = content;
  const assign = new Map([["data", jsonText(data)]]);
  if (name !== oldName) assign.set("name", stringText(name));
  if (encoder !== original.encoder) assign.set("encoder", jsonText(encoder));
  if (original.version !== integralValue(version.text)) assign.set("version", version.text);
  return objectEdits(text, member, { assign });
}

/** Puts a payload into a bundle that has none of its name. SPEC §11.4. */
export function addPayloadMember(
  { layout }: Text,
  name: string,
  content: PayloadContent,
  bundle: BundleChange,
  isFirst: boolean,
): void {
  // Behind the payloads that are there: the order of the keys is that of the scraps.
  const members = isFirst ? bundle.assign : bundle.append;
  members.set(bundle.keys.take(content.encoder), payloadText(name, content, layout.sorted));
}
