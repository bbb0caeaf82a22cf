import type { Edit } from "./apply.ts";
import { type DraftOutput, isConverted, isStripped, type OutputHead } from "./draft-output.ts";
import { markMembers, type TextStyle } from "./fresh-text.ts";
import { jsonText } from "./json-text.ts";
import { effectiveMembers, memberEdits, type ObjectChange, type Text } from "./object.ts";
import type { OutputParts } from "./output-parts.ts";

/**
 * The edits that make an output's metadata say what the output bears now. Where it has no metadata,
 * its text is set in `missing`. SPEC §13.
 */
export function metadataEdits(
  text: Text,
  output: DraftOutput,
  { members }: OutputParts,
  style: TextStyle,
  missing: Map<string, string>,
): Edit[] {
  const { before, now } = output;
  const metadata = members.get("metadata");
  const heads = metadata === undefined ? new Map() : effectiveMembers(text, metadata);
  const remove = new Set<string>();
  const assign = new Map<string, string>();
  // papermill's name would go on counting, and hide scrapbook's.
  if (isStripped(output) || isConverted(output)) remove.add("papermill");
  const mark = markMembersOf(output, style);
  if (mark === undefined) remove.add("scrapbook");
  const papermill: ObjectChange =
    now.papermillName === before.papermillName || remove.has("papermill")
      ? {}
      : { assign: nameMember(now.papermillName) };
  const scrapbook: ObjectChange = {
    assign: mark ?? new Map(),
    remove: new Set(isConverted(output) ? ["mime_prefix"] : []),
  };
  return [
    ...(mark === undefined ? [] : memberEdits(text, heads, "scrapbook", scrapbook, assign)),
    ...memberEdits(text, heads, "papermill", papermill, assign),
    ...memberEdits(text, members, "metadata", { assign, remove }, missing),
  ];
}

/** The members that `metadata.scrapbook` gets; `undefined` where it goes. */
function markMembersOf(
  { before, now }: DraftOutput,
  style: TextStyle,
): Map<string, string> | undefined {
  const { mark, written, scrapbookName } = now;
  if (mark !== undefined && mark.name === undefined) return undefined;
  const members =
    mark?.name !== undefined
      ? markMembers(mark.name, true, mark.isShown)
      : scrapbookName !== before.scrapbookName
        ? nameMember(scrapbookName)
        : new Map<string, string>();
  if (style.trace === undefined || written === undefined || isAnothers(now, written))
    return members;
  return new Map([
    ...members,
    ...markMembers(written, true, now.display === written),
    ["edited", style.trace],
  ]);
}

/** Whether `metadata.scrapbook` makes the output the display of another scrap. */
function isAnothers({ display, papermillName }: OutputHead, name: string): boolean {
  return display !== undefined && display !== name && papermillName === undefined;
}

function nameMember(name: string | undefined): Map<string, string> {
  return new Map([["name", jsonText(name)]]);
}
