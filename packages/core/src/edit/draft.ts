import { displayContent } from "../encode/display.ts";
import type { ScrapContent } from "../encode/output.ts";
import type { PayloadContent } from "../encode/payload.ts";
import type { Outline } from "../notebook/outline.ts";
import { readDisplayOutput } from "../scrap/display-output.ts";
import {
  type DraftOutput,
  dataNames,
  displayName,
  emptyHead,
  newDraft,
  readDraft,
} from "./draft-output.ts";
import type { Text } from "./object.ts";
import { holdsOnly } from "./output-parts.ts";

/** A notebook's scraps as the changes of a session leave them; its bytes are not touched. */
export interface Draft {
  readonly text: Text;
  readonly outline: Outline;
  /** The outputs of each cell that bear scraps or may. */
  readonly cells: readonly (readonly DraftOutput[])[];
  /** The outputs that bear a name, in the order in which they are read. */
  readonly byName: Map<string, readonly DraftOutput[]>;
  /** The outputs of the file that changed. */
  readonly touched: Set<DraftOutput>;
  /** The outputs that are put in, in order; without `fresh` where they were taken out again. */
  readonly added: DraftOutput[];
}

/** Whether a scrap that is set keeps the display that it has. */
export type DisplayMode = "drop" | "keep";

/** The draft of a notebook, before any change. */
export function createDraft(text: Text, outline: Outline): Draft {
  const byName = new Map<string, DraftOutput[]>();
  const cells = outline.cells.map((cell) => cell.outputs.map(readDraft));
  for (const draft of cells.flat()) {
    const names = new Set(dataNames(draft));
    if (draft.before.display !== undefined) names.add(draft.before.display);
    for (const name of names) {
      const bearing = byName.get(name);
      if (bearing === undefined) byName.set(name, [draft]);
      else bearing.push(draft);
    }
  }
  return { text, outline, cells, byName, touched: new Set(), added: [] };
}

/**
 * Makes `name` stand for `content` under both merge modes, at the place where it is. Where
 * `content` has no display, `mode` says what becomes of the one that is there. SPEC §13.3.
 *
 * @param cellIndex the cell to which the output of a new name is added; default a new one.
 */
export function putScrap(
  draft: Draft,
  name: string,
  content: ScrapContent,
  mode: DisplayMode,
  cellIndex?: number | undefined,
): void {
  const bearing = draft.byName.get(name) ?? [];
  const { payload } = content;
  const last = bearing.at(-1);
  const holder = bearing.findLastIndex((output) => dataNames(output).has(name));
  const shown = mode === "keep" ? lastShown(bearing, name, holder) : -1;
  if (last === undefined) addOutput(draft, name, content, cellIndex);
  else if (payload === undefined || content.display !== undefined || (holder < 0 && shown < 0)) {
    if (holdsOnly(draft.text, last, name)) {
      change(draft, last, { now: emptyHead, fresh: { name, ...content } });
      dropDataHalf(draft, name, bearing.length - 1);
    } else addOutput(draft, name, content, undefined);
  } else if (shown >= 0) {
    addPayload(draft, bearing[shown] as DraftOutput, name, payload);
    dropDataHalf(draft, name, shown);
  } else {
    setPayload(draft, bearing[holder] as DraftOutput, name, payload);
    if (mode === "keep") return;
    for (const output of bearing.slice(holder)) dropDisplay(draft, output, name);
    draft.byName.set(name, bearing.slice(0, holder + 1));
  }
}

/** Takes off every output what it contributes to `name`. SPEC §13.4. */
export function removeScrap(draft: Draft, name: string): void {
  for (const output of draft.byName.get(name) ?? []) {
    dropPayloads(draft, output, name);
    dropDisplay(draft, output, name);
  }
  draft.byName.delete(name);
}

/** Gives everything that bears one name another, which must be free. SPEC §13.5. */
export function renameScrap(draft: Draft, from: string, to: string): void {
  const bearing = draft.byName.get(from) ?? [];
  const renamed = <T extends string | undefined>(name: T): T | string =>
    name === from ? to : name;
  for (const output of bearing) {
    const { fresh, now } = output;
    change(draft, output, {
      fresh: fresh && { ...fresh, name: to },
      now: {
        payloads: now.payloads.map((one) => (one.name === from ? { ...one, name: to } : one)),
        display: renamed(now.display),
        // The empty name makes no display: a mark that bears it must not become one.
        scrapbookName: from === "" ? now.scrapbookName : renamed(now.scrapbookName),
        papermillName: from === "" ? now.papermillName : renamed(now.papermillName),
      },
    });
  }
  draft.byName.delete(from);
  draft.byName.set(to, bearing);
}

function addOutput(
  draft: Draft,
  name: string,
  content: ScrapContent,
  cellIndex: number | undefined,
): void {
  const output = newDraft(cellIndex, { name, ...content });
  draft.added.push(output);
  draft.byName.set(name, [...(draft.byName.get(name) ?? []), output]);
}

/** Puts a payload to its display: both merge modes read the two in one output as one scrap. */
function addPayload(
  draft: Draft,
  output: DraftOutput,
  name: string,
  payload: PayloadContent,
): void {
  const { outline, mimePrefix, fresh } = output;
  if (outline !== undefined && mimePrefix !== undefined && fresh === undefined) {
    // myst-nb's form has no room for a payload.
    const display = displayContent(readDisplayOutput({ output: outline, mimePrefix }));
    change(draft, output, { now: emptyHead, fresh: { name, payload, display } });
  } else setPayload(draft, output, name, payload);
}

/** Writes the payload that counts, the last of its name, anew; or one where there is none. */
function setPayload(
  draft: Draft,
  output: DraftOutput,
  name: string,
  content: PayloadContent,
): void {
  const { fresh, now } = output;
  const place = now.payloads.findLastIndex((payload) => payload.name === name);
  const payloads = now.payloads.map((one, i) => (i === place ? { ...one, content } : one));
  if (place < 0) payloads.push({ member: undefined, original: undefined, name, content });
  const whole = fresh && { ...fresh, payload: content };
  change(draft, output, whole === undefined ? { now: { ...now, payloads } } : { fresh: whole });
}

function dropPayloads(draft: Draft, output: DraftOutput, name: string): void {
  const { fresh, now } = output;
  if (fresh !== undefined) change(draft, output, { fresh: undefined });
  const payloads = now.payloads.filter((payload) => payload.name !== name);
  change(draft, output, { now: { ...now, payloads } });
}

function dropDisplay(draft: Draft, output: DraftOutput, name: string): void {
  const { fresh, now } = output;
  if (fresh !== undefined) {
    const left = fresh.payload === undefined ? undefined : { ...fresh, display: undefined };
    change(draft, output, { fresh: left });
  } else if (now.display === name) change(draft, output, { now: { ...now, display: undefined } });
}

/**
 * Takes out the data output right before the one at `place` that it was a pair with, if both bore
 * nothing else: then the scrap's place is the same without it.
 */
function dropDataHalf(draft: Draft, name: string, place: number): void {
  const bearing = draft.byName.get(name) ?? [];
  const [half, output] = [bearing[place - 1], bearing[place]];
  if (half?.outline === undefined || output?.outline === undefined) return;
  const isDirectlyBefore =
    half.cellIndex === output.cellIndex &&
    half.outline.outputIndex === output.outline.outputIndex - 1;
  const isShared = [...dataNames(output)].some((other) => other !== name);
  if (!isDirectlyBefore || isShared || displayName(half) === name) return;
  if (!holdsOnly(draft.text, half, name)) return;
  dropPayloads(draft, half, name);
  draft.byName.set(name, bearing.toSpliced(place - 1, 1));
}

/** The last output behind the one at `holder` that displays `name`; −1 where there is none. */
function lastShown(bearing: readonly DraftOutput[], name: string, holder: number): number {
  for (let place = bearing.length - 1; place > holder; place--) {
    if (displayName(bearing[place] as DraftOutput) === name) return place;
  }
  return -1;
}

function change(
  draft: Draft,
  output: DraftOutput,
  to: Partial<Pick<DraftOutput, "now" | "fresh">>,
): void {
  Object.assign(output, to);
  if (output.outline !== undefined) draft.touched.add(output);
}
