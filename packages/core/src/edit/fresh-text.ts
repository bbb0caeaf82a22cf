import type { DisplayMember } from "../encode/display.ts";
import { isSplitMime, splitLines } from "../encode/lines.ts";
import { payloadMembers } from "../encode/output.ts";
import type { PayloadContent } from "../encode/payload.ts";
import { jsonText, objectText, stringText } from "../json/edit/json-text.ts";
import { scrapMime } from "../protocol/mime.ts";
import type { LoneScrap } from "./draft-output.ts";

/** How new JSON is written, besides its white space. */
export interface TextStyle {
  /** Whether members are sorted by key, as Jupyter sorts them. */
  readonly isSorted: boolean;
  /** Whether text is split into lines, as nbformat does in files. */
  readonly isSplit: boolean;
  /** The JSON text of `metadata.scrapbook.edited`; `undefined` for none. */
  readonly trace: string | undefined;
}

/** The text of an output that bears one scrap, in one output whatever it is. SPEC §11.4. */
export function freshText({ name, payload, display }: LoneScrap, style: TextStyle): string {
  const { isSorted } = style;
  const data = (display?.data ?? []).map(
    ([mime, value]) => [mime, shownText(mime, value, style)] as const,
  );
  if (payload !== undefined) {
    data.unshift([scrapMime(payload.encoder), payloadText(name, payload, isSorted)]);
  }
  const label = labelMembers(name, payload !== undefined, display !== undefined);
  if (style.trace !== undefined) label.set("edited", style.trace);
  const metadata = (display?.metadata ?? []).map(([key, value]) => [key, jsonText(value)] as const);
  return objectText(
    [
      ["output_type", '"display_data"'],
      ["data", objectText(data, isSorted)],
      ["metadata", objectText([...metadata, ["scrapbook", objectText(label, isSorted)]], isSorted)],
    ],
    isSorted,
  );
}

/** The text of a payload. SPEC §11.2. */
export function payloadText(name: string, payload: PayloadContent, isSorted: boolean): string {
  const members = payloadMembers(name, payload);
  return objectText(
    members.map(([key, value]) => [key, jsonText(value)]),
    isSorted,
  );
}

/** The members of `metadata.scrapbook`. SPEC §11. */
export function labelMembers(
  name: string,
  hasData: boolean,
  isShown: boolean,
): Map<string, string> {
  return new Map([
    ["name", stringText(name)],
    ["data", jsonText(hasData)],
    ["display", jsonText(isShown)],
  ]);
}

function shownText(mime: string, value: DisplayMember[1], { isSplit }: TextStyle): string {
  const isLong = isSplit && typeof value === "string" && isSplitMime(mime);
  return jsonText(isLong ? splitLines(value) : value);
}
