import type { Edit } from "../json/edit/apply.ts";
import { stringText } from "../json/edit/json-text.ts";
import {
  effectiveMembers,
  memberEdits,
  type ObjectChange,
  type Text,
} from "../json/edit/object.ts";
import type { DraftOutput } from "./draft-output.ts";
import { labelMembers, type TextStyle } from "./fresh-text.ts";
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
  const { before, papermillName, isConverted } = output;
  const metadata = members.get("metadata");
  const heads = metadata === undefined ? new Map() : effectiveMembers(text, metadata);
  const remove = new Set<string>();
  const assign = new Map<string, string>();
  // papermill's name would go on counting, and hide scrapbook's.
  if (output.isStripped || isConverted) remove.add("papermill");
  const label = labelMembersOf(output, style);
  if (label === undefined) remove.add("scrapbook");
  const papermill: ObjectChange =
    papermillName === before.papermillName || remove.has("papermill")
      ? {}
      : { assign: nameMember(papermillName) };
  const scrapbook: ObjectChange = {
    assign: label ?? new Map(),
    remove: new Set(isConverted ? ["mime_prefix"] : []),
  };
  return [
    ...(label === undefined ? [] : memberEdits(text, heads, "scrapbook", scrapbook, assign)),
    ...memberEdits(text, heads, "papermill", papermill, assign),
    ...memberEdits(text, members, "metadata", { assign, remove }, missing),
  ];
}

/** The members that `metadata.scrapbook` gets; `undefined` where it goes. */
function labelMembersOf(output: DraftOutput, style: TextStyle): Map<string, string> | undefined {
  const { before, label, written, scrapbookName } = output;
  if (label !== undefined && label.name === undefined) return undefined;
  const members =
    label?.name !== undefined
      ? labelMembers(label.name, true, label.isShown)
      : scrapbookName !== before.scrapbookName
        ? nameMember(scrapbookName)
        : new Map<string, string>();
  if (style.trace === undefined || written === undefined || isAnothers(output, written))
    return members;
  return new Map([
    ...members,
    ...labelMembers(written, true, output.display === written),
    ["edited", style.trace],
  ]);
}

/** Whether `metadata.scrapbook` makes the output the display of another scrap. */
function isAnothers({ display, papermillName }: DraftOutput, name: string): boolean {
  return display !== undefined && display !== name && papermillName === undefined;
}

function nameMember(name: string | undefined): Map<string, string> {
  return new Map(name === undefined ? [] : [["name", stringText(name)]]);
}
