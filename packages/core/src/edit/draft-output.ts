import { decodeDisplay, decodeScrapMetadata } from "../decode/display.ts";
import { decodePayload, type Payload, readableName } from "../decode/payload.ts";
import { decodeRecord } from "../decode/record.ts";
import type { ScrapContent } from "../encode/output.ts";
import type { PayloadContent } from "../encode/payload.ts";
import { isScrapbookError } from "../error.ts";
import type { JsonValue } from "../json/value.ts";
import type { BundleMember, OutputOutline } from "../notebook/outline.ts";
import { isRecordMime } from "../protocol/mime.ts";

/** An output that bears scraps: as it was read, and as the changes so far leave it. SPEC §13. */
export interface DraftOutput {
  /** Where it is in the file; `undefined` for a new one. */
  readonly outline: OutputOutline | undefined;
  /** The cell that it is in; `undefined` for the new cell at the end. */
  readonly cellIndex: number | undefined;
  /** The prefix of myst-nb's keys, possibly empty; `undefined` for everybody else's. SPEC §8. */
  readonly mimePrefix: string | undefined;
  readonly before: OutputHead;
  now: OutputHead;
  /** Set where the output is written anew, whole: it then bears this one scrap, and `now` none. */
  fresh: FreshScrap | undefined;
  /** Whether it was taken out of the file. */
  isRemoved: boolean;
}

/** What an output says of scraps. */
export interface OutputHead {
  /** Payloads and records whose name can be read, in order. */
  readonly payloads: readonly DraftPayload[];
  /** The name that the output displays. */
  readonly display: string | undefined;
  /** The names in its metadata, whether or not they count. */
  readonly scrapbookName: string | undefined;
  readonly papermillName: string | undefined;
  /** What `metadata.scrapbook` is to say of the data that is here; `undefined` for what it says. */
  readonly mark: ScrapMark | undefined;
  /** The scrap whose value was written here, if one was: what a note is about. SPEC §13.9. */
  readonly written: string | undefined;
}

/** What `metadata.scrapbook` says of a scrap whose data is in the output; without a name, nothing. */
export interface ScrapMark {
  readonly name: string | undefined;
  readonly isShown: boolean;
}

/** A payload or record. */
export interface DraftPayload {
  /** Where it is in the bundle; `undefined` for one that is put in. */
  readonly member: BundleMember | undefined;
  /** What was read; `undefined` where it was invalid. */
  readonly original: Payload | undefined;
  readonly name: string;
  /** Set where it is written anew. */
  readonly content: PayloadContent | undefined;
}

/** A scrap that has an output to itself. */
export interface FreshScrap extends ScrapContent {
  readonly name: string;
}

/** Says nothing. */
export const emptyHead: OutputHead = {
  payloads: [],
  display: undefined,
  scrapbookName: undefined,
  papermillName: undefined,
  mark: undefined,
  written: undefined,
};

/** The draft of an output that was read. What is invalid and has no readable name is let be. */
export function readDraft(outline: OutputOutline): DraftOutput {
  const metadata =
    outline.fault === undefined ? attempt(() => decodeScrapMetadata(outline)) : undefined;
  if (metadata === undefined) return draft(outline, undefined, emptyHead);
  const prefix = textOf(metadata.scrapbook?.mime_prefix);
  const bundle = prefix === undefined ? outline.bundle : [];
  return draft(outline, prefix, {
    ...emptyHead,
    payloads: bundle.flatMap((member) => readPayload(outline, member)),
    display: attempt(() => decodeDisplay(outline, metadata))?.name,
    scrapbookName: textOf(metadata.scrapbook?.name),
    papermillName: textOf(metadata.papermill?.name),
  });
}

/** The draft of an output that is to be put in. */
export function newDraft(cellIndex: number | undefined, fresh: FreshScrap): DraftOutput {
  return { ...draft(undefined, undefined, emptyHead), cellIndex, fresh };
}

/** The names whose data an output bears now. */
export function dataNames({ fresh, now }: DraftOutput): ReadonlySet<string> {
  if (fresh === undefined) return new Set(now.payloads.map(({ name }) => name));
  return new Set(fresh.payload === undefined ? [] : [fresh.name]);
}

/** The name that an output displays now. */
export function displayName({ fresh, now }: DraftOutput): string | undefined {
  if (fresh === undefined) return now.display;
  return fresh.display === undefined ? undefined : fresh.name;
}

/** Whether a name is among those of an output: of its payloads and records, or of its display. */
export function bears({ payloads, display }: OutputHead, name: string | undefined): boolean {
  return name !== undefined && (display === name || payloads.some((one) => one.name === name));
}

/** Whether an output lost the display that it had. */
export function isStripped({ before, now }: DraftOutput): boolean {
  return before.display !== undefined && now.display === undefined;
}

/** Whether myst-nb's output was given a payload, which only another form can hold. SPEC §13.3. */
export function isConverted({ mimePrefix, now }: DraftOutput): boolean {
  return mimePrefix !== undefined && now.payloads.length > 0;
}

function draft(
  outline: OutputOutline | undefined,
  mimePrefix: string | undefined,
  head: OutputHead,
): DraftOutput {
  return {
    outline,
    cellIndex: outline?.cellIndex,
    mimePrefix,
    before: head,
    now: head,
    fresh: undefined,
    isRemoved: false,
  };
}

function readPayload(outline: OutputOutline, member: BundleMember): DraftPayload[] {
  const original = attempt(() =>
    isRecordMime(member.mime)
      ? decodeRecord(outline, member)
      : decodePayload(outline, member, () => {}),
  );
  const name = original?.name ?? readableName(outline.region, member);
  return name === undefined ? [] : [{ member, original, name, content: undefined }];
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
