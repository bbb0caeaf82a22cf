import type { Edit } from "./apply.ts";
import type { DraftOutput, OutputHead } from "./draft-output.ts";
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
  const mark = markChange(output, style);
  // papermill's name would go on counting, and hide scrapbook's.
  if (isStripped(output)) remove.add("papermill");
  if (mark === "remove") remove.add("scrapbook");
  const edits = [
    ...(mark === "remove" ? [] : memberEdits(text, heads, "scrapbook", mark, assign)),
    ...(now.papermillName === before.papermillName || remove.has("papermill")
      ? []
      : memberEdits(text, heads, "papermill", { assign: nameMember(now.papermillName) }, assign)),
  ];
  return [...edits, ...memberEdits(text, members, "metadata", { assign, remove }, missing)];
}

/** Whether an output lost the display that it had. */
export function isStripped({ before, now }: DraftOutput): boolean {
  return before.display !== undefined && now.display === undefined;
}

/** What becomes of `metadata.scrapbook`. */
function markChange(output: DraftOutput, style: TextStyle): ObjectChange | "remove" {
  const { before, now } = output;
  const unchanged = new Set(before.payloads);
  const written = now.payloads.find((payload) => !unchanged.has(payload));
  if (written !== undefined && written.member === undefined) {
    return {
      assign: new Map(markMembers(written.name, true, now.display === written.name, style)),
    };
  }
  const isOrphaned = bears(before, before.scrapbookName) && !bears(now, now.scrapbookName);
  if (isStripped(output) || isOrphaned) {
    const left = written ?? now.payloads[0];
    if (left === undefined) return "remove";
    return { assign: new Map(markMembers(left.name, true, false, style)) };
  }
  if (style.trace !== undefined && written !== undefined && isMarkOf(written.name, now)) {
    const { name } = written;
    return { assign: new Map(markMembers(name, true, now.display === name, style)) };
  }
  if (now.scrapbookName === before.scrapbookName) return {};
  const assign = nameMember(now.scrapbookName);
  if (style.trace !== undefined) assign.set("edited", style.trace);
  return { assign };
}

/** Whether `metadata.scrapbook` is, or can be, about this scrap. */
function isMarkOf(name: string, { scrapbookName }: OutputHead): boolean {
  return scrapbookName === undefined || scrapbookName === name;
}

function nameMember(name: string | undefined): Map<string, string> {
  return new Map([["name", jsonText(name)]]);
}

function bears({ payloads, display }: OutputHead, name: string | undefined): boolean {
  return name !== undefined && (display === name || payloads.some((one) => one.name === name));
}
