import { decodeDisplay, decodeScrapMetadata } from "../decode/display.ts";
import { decodePayload, readableName } from "../decode/payload.ts";
import { decodeRecord } from "../decode/record.ts";
import { isScrapbookError } from "../error/error.ts";
import type { JsonValue } from "../json/value.ts";
import type { BundleMember, OutputOutline } from "../outline/outline.ts";
import { isRecordMime } from "../protocol/mime.ts";
import { DraftOutput, emptyHead } from "./draft-output.ts";
import type { DraftPayload } from "./draft-payloads.ts";

/** The draft of an output that was read. What is invalid and has no readable name is let be. */
export function readDraft(outline: OutputOutline): DraftOutput {
  const metadata =
    outline.fault === undefined ? attempt(() => decodeScrapMetadata(outline)) : undefined;
  if (metadata === undefined) return DraftOutput.read(outline, emptyHead, []);
  const mimePrefix = textOf(metadata.scrapbook?.mime_prefix);
  const bundle = mimePrefix === undefined ? outline.bundle : [];
  const head = {
    mimePrefix,
    display: attempt(() => decodeDisplay(outline, metadata))?.name,
    scrapbookName: textOf(metadata.scrapbook?.name),
    papermillName: textOf(metadata.papermill?.name),
  };
  const payloads = bundle.map((member) => readPayload(outline, member));
  return DraftOutput.read(
    outline,
    head,
    payloads.filter((payload) => payload !== undefined),
  );
}

function readPayload(outline: OutputOutline, member: BundleMember): DraftPayload | undefined {
  const original = attempt(() =>
    isRecordMime(member.mime)
      ? decodeRecord(outline, member)
      : decodePayload(outline, member, () => {}),
  );
  const name = original?.name ?? readableName(outline.region, member);
  if (name === undefined) return undefined;
  return { member, original, oldName: name, name, content: undefined, isRemoved: false };
}

/** What `read` gives; `undefined` for what the reader would report as a problem. */
function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (isScrapbookError(error)) return undefined;
    throw error;
  }
}

function textOf(value: JsonValue | undefined): string | undefined {
  return typeof value === "string" ? value : undefined;
}
