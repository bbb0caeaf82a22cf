import type { PayloadContent } from "../encode/payload.ts";
import { integralValue } from "../json/integral.ts";
import type { Member } from "../json/walk.ts";
import { isRecordMime, scrapMime } from "../protocol/mime.ts";
import type { Edit } from "./apply.ts";
import type { DraftPayload } from "./draft-output.ts";
import { payloadText } from "./fresh-text.ts";
import { jsonText } from "./json-text.ts";
import { objectEdits, type Text } from "./object.ts";

/** What becomes of the bundle that holds a payload. */
export interface BundleChange {
  readonly assign: Map<string, string>;
  readonly append: Map<string, string>;
  readonly rekey: Map<string, string>;
  readonly remove: Set<string>;
  /** The keys that are taken, before or after the changes. */
  readonly taken: Set<string>;
}

/**
 * The edits inside a payload or record that changed. What cannot be done inside, since it is written
 * anew or gets another key, is put into `bundle`. SPEC §13.
 */
export function payloadEdits(
  text: Text,
  member: Member,
  was: DraftPayload,
  now: DraftPayload,
  bundle: BundleChange,
): Edit[] {
  const { content, original, name } = now;
  const isRecord = isRecordMime(member.key);
  if (content === undefined) {
    if (name === was.name) return [];
    // Behind a record's first key others are ignored: one of the new name would get its value.
    return objectEdits(
      text,
      member,
      isRecord
        ? { rekey: new Map([[was.name, name]]), remove: new Set([name]) }
        : { assign: new Map([["name", jsonText(name)]]) },
    );
  }
  if (isRecord || (original !== undefined && original.encoder !== content.encoder)) {
    bundle.rekey.set(member.key, freeMime(content.encoder, bundle.taken));
    bundle.taken.delete(member.key);
  }
  if (isRecord || original === undefined || content.more !== undefined) {
    bundle.assign.set(member.key, payloadText(name, content, text.layout.sorted));
    return [];
  }
  const { data, encoder, version } = content;
  const assign = new Map([["data", jsonText(data)]]);
  if (name !== was.name) assign.set("name", jsonText(name));
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
  const mime = freeMime(content.encoder, bundle.taken);
  members.set(mime, payloadText(name, content, layout.sorted));
}

/** The MIME type for a payload: what follows the prefix does not matter, so a taken one is varied. */
function freeMime(encoder: string, taken: Set<string>): string {
  let mime = scrapMime(encoder);
  for (let count = 2; taken.has(mime); count++) mime = scrapMime(`${encoder}-${count}`);
  taken.add(mime);
  return mime;
}
