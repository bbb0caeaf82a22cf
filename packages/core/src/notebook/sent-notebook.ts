import { type ScrapbookError, withSource } from "../error/error.ts";
import { receiveError, sendError } from "../error/sent-error.ts";
import { type KeptOutline, keepOutline, withCells } from "../outline/read-outline.ts";
import type { MarkedRegion } from "../outline/region.ts";
import { Notebook } from "./notebook.ts";
import { outlineOptions } from "./parse-notebook.ts";
import { type ReadOptions, readContext } from "./read-options.ts";

/** How bytes are looked through in another thread. */
export interface SendOptions
  extends Pick<ReadOptions, "engine" | "maxDepth" | "strict" | "codeLines"> {
  /** What is sent: all the bytes, or copies of what views need. */
  readonly retain: "file" | "parts";
}

/** A notebook that was scanned and outlined: plain data, so that another thread can be sent it. */
export interface SentNotebook {
  readonly outline: KeptOutline & { readonly marked: MarkedRegion };
  /** The outline's, which is no plain data. */
  readonly oldFormat: unknown;
}

/**
 * Scans bytes and outlines them, for a notebook in another thread.
 *
 * @throws what `parseNotebook` throws; `sendError` makes that ready for the way, too.
 */
export function sendNotebook(bytes: Uint8Array, { retain, ...options }: SendOptions): SentNotebook {
  const context = readContext(options);
  const tape = context.engine(bytes, { maxDepth: context.maxDepth });
  const outline = keepOutline(bytes, tape, outlineOptions(options, context, retain));
  return {
    // Neither way of retaining marks anything else.
    outline: { ...outline, marked: outline.marked as MarkedRegion, oldFormat: undefined },
    oldFormat: sendError(outline.oldFormat),
  };
}

/** What can be handed over rather than copied on the way: the bytes, and the marks of the cells. */
export function transferable({ outline }: SentNotebook): ArrayBufferLike[] {
  return [outline.marked.region.bytes.buffer, outline.marks.buffer];
}

/** The notebook that was sent. Its bytes are not looked at before somebody asks for a value. */
export function receiveNotebook(
  { outline, oldFormat }: SentNotebook,
  options: ReadOptions,
  version?: (bytes: Uint8Array) => string | undefined,
): Notebook {
  const context = readContext(options);
  const error = withSource(receiveError(oldFormat), context.source) as ScrapbookError | undefined;
  const whole = withCells({ ...outline, oldFormat: error });
  return new Notebook(whole, context, () => version?.(outline.marked.region.bytes));
}
