import type { ScrapContent } from "../encode/output.ts";
import type { PayloadContent } from "../encode/payload.ts";
import type { Outline } from "../notebook/outline.ts";
import {
  bears,
  type DraftOutput,
  dataNames,
  displayName,
  emptyHead,
  newDraft,
  type OutputHead,
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
      removeDataHalf(draft, name, bearing.length - 1);
    } else addOutput(draft, name, content, undefined);
  } else if (shown >= 0) {
    setPayload(draft, bearing[shown] as DraftOutput, name, payload);
    removeDataHalf(draft, name, shown);
  } else {
    setPayload(draft, bearing[holder] as DraftOutput, name, payload);
    if (mode === "keep") return;
    for (const output of bearing.slice(holder)) takeOut(draft, output, name, "display");
    draft.byName.set(name, bearing.slice(0, holder + 1));
  }
}

/** Takes out of every output what it contributes to `name`. SPEC §13.4. */
export function removeScrap(draft: Draft, name: string): void {
  for (const output of draft.byName.get(name) ?? []) takeOut(draft, output, name, "all");
  draft.byName.delete(name);
}

/** Gives everything that bears one name another, which must be free. SPEC §13.5. */
export function renameScrap(draft: Draft, from: string, to: string): void {
  const bearing = draft.byName.get(from) ?? [];
  const renamed = (name: string | undefined): string | undefined => (name === from ? to : name);
  // The empty name makes no display: a mark that bears it must not become one.
  const remarked = from === "" ? (name: string | undefined) => name : renamed;
  for (const output of bearing) {
    const { fresh, now } = output;
    const { mark } = now;
    change(draft, output, {
      fresh: fresh && { ...fresh, name: to },
      now: {
        payloads: now.payloads.map((one) => (one.name === from ? { ...one, name: to } : one)),
        display: renamed(now.display),
        scrapbookName: remarked(now.scrapbookName),
        papermillName: remarked(now.papermillName),
        mark: mark && { ...mark, name: remarked(mark.name) },
        written: renamed(now.written),
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

/**
 * Writes the payload that counts, the last of its name, anew. A display that has none gets one: both
 * merge modes read the two in one output as one scrap.
 */
function setPayload(
  draft: Draft,
  output: DraftOutput,
  name: string,
  content: PayloadContent,
): void {
  const { fresh, now } = output;
  if (fresh !== undefined) change(draft, output, { fresh: { ...fresh, payload: content } });
  else {
    const place = now.payloads.findLastIndex((payload) => payload.name === name);
    const payloads = now.payloads.map((one, i) => (i === place ? { ...one, content } : one));
    const added = { member: undefined, original: undefined, name, content };
    change(draft, output, {
      now:
        place < 0
          ? { ...now, ...marked(name, true), payloads: [...payloads, added], written: name }
          : { ...now, payloads, written: name },
    });
  }
}

/** Takes a scrap, or only its display, out of an output; the output, where nothing else is in it. */
function takeOut(draft: Draft, output: DraftOutput, name: string, what: "display" | "all"): void {
  const { fresh, now } = output;
  if (fresh !== undefined) {
    const { payload } = fresh;
    const isLeft = what === "display" && payload !== undefined;
    const left = isLeft ? { name, payload, display: undefined } : undefined;
    change(draft, output, { fresh: left, isRemoved: !isLeft });
    return;
  }
  const payloads = what === "all" ? now.payloads.filter((one) => one.name !== name) : now.payloads;
  const isShown = now.display === name;
  const left = { ...now, payloads, display: isShown ? undefined : now.display };
  const isNameless = payloads.length === 0 && left.display === undefined;
  const isRemoved = isNameless && holdsOnly(draft.text, output, name);
  const isUnmarked = isShown || (bears(now, now.scrapbookName) && !bears(left, now.scrapbookName));
  const heir = (payloads.find((one) => one.name === now.written) ?? payloads[0])?.name;
  change(draft, output, {
    isRemoved,
    now: isUnmarked ? { ...left, ...marked(heir, false) } : left,
  });
}

function marked(
  name: string | undefined,
  isShown: boolean,
): Pick<OutputHead, "mark" | "scrapbookName"> {
  return { mark: { name, isShown }, scrapbookName: name };
}

/** Removes the output directly before the one at `place`, if it bears nothing but its scrap's data. */
function removeDataHalf(draft: Draft, name: string, place: number): void {
  const bearing = draft.byName.get(name) ?? [];
  const [half, output] = [bearing[place - 1], bearing[place]];
  if (half?.outline === undefined || output?.outline === undefined) return;
  const isDirectlyBefore =
    half.cellIndex === output.cellIndex &&
    half.outline.outputIndex === output.outline.outputIndex - 1;
  if (!isDirectlyBefore || displayName(half) === name || !holdsOnly(draft.text, half, name)) return;
  takeOut(draft, half, name, "all");
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
  to: Partial<Pick<DraftOutput, "now" | "fresh" | "isRemoved">>,
): void {
  Object.assign(output, to);
  if (output.outline !== undefined) draft.touched.add(output);
}
