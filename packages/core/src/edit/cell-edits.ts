import type { Edit } from "../json/edit/apply.ts";
import { objectText } from "../json/edit/json-text.ts";
import { marginAt } from "../json/edit/layout.ts";
import { type Insertion, listEdits } from "../json/edit/list.ts";
import { effectiveMembers, objectEdits, type Text } from "../json/edit/object.ts";
import { pushAll } from "../json/push-all.ts";
import type { Span } from "../json/span.ts";
import { arrayElements, kindAt, type Member, spanOf, type ValueSpan } from "../json/walk.ts";
import type { DraftOutput } from "./draft-output.ts";
import { freshText, type TextStyle } from "./fresh-text.ts";
import { outputEdits } from "./output-edits.ts";
import { outputParts } from "./output-parts.ts";

/** The changes within one cell. */
export interface CellChange {
  /** The outputs of the cell that bear scraps or may, in order. */
  readonly outputs: readonly DraftOutput[];
  /** Those of them that changed. */
  readonly touched: ReadonlySet<DraftOutput>;
  /** What is put in behind them. */
  readonly added: readonly DraftOutput[];
}

/** The edits inside a cell. */
export interface CellEdits {
  /** Disjoint, not sorted. */
  readonly edits: readonly Edit[];
  /** The outputs that did not change. */
  readonly kept: readonly Span[];
}

/** The edits inside a cell. SPEC §13. */
export function cellEdits(
  text: Text,
  cell: ValueSpan,
  change: CellChange,
  style: TextStyle,
): CellEdits {
  const outputs = effectiveMembers(text, cell).get("outputs");
  if (outputs !== undefined && kindAt(text.bytes, outputs.valueStart) === "array") {
    return outputsEdits(text, outputs, change, style);
  }
  const assign = new Map([["outputs", outputsText(change.added, style)]]);
  return { edits: objectEdits(text, cell, { assign }), kept: [] };
}

/** The text of the outputs of a cell that has no others. */
export function outputsText(added: readonly DraftOutput[], style: TextStyle): string {
  const texts: string[] = [];
  let previous: DraftOutput | undefined;
  for (const output of added) {
    if (completes(output, previous)) texts.push(separatorText(style));
    if (output.lone !== undefined) texts.push(freshText(output.lone, style));
    previous = output;
  }
  return `[${texts.join()}]`;
}

function outputsEdits(
  text: Text,
  outputs: Member,
  { outputs: drafts, touched, added }: CellChange,
  style: TextStyle,
): CellEdits {
  const { bytes, tape, layout } = text;
  const byPlace = new Map(drafts.map((draft) => [draft.outline?.outputIndex, draft]));
  const items: Span[] = [];
  const removed = new Set<number>();
  const insertions: Insertion[] = [];
  const edits: Edit[] = [];
  const kept: Span[] = [];
  // The outputs just before, as the file was and as it is to be: see `completes`.
  let oldPrevious: DraftOutput | undefined;
  let previous: DraftOutput | undefined;
  arrayElements(bytes, tape, outputs.valueIndex, (element, place) => {
    items.push(spanOf(element));
    const output = byPlace.get(place);
    const wasCompleting = output !== undefined && completed(output, oldPrevious);
    oldPrevious = output;
    if (output?.outline !== undefined && touched.has(output)) {
      if (output.isRemoved) {
        removed.add(place);
        return;
      }
      pushAll(edits, outputEdits(text, output, outputParts(text, output.outline), style));
    } else kept.push(spanOf(element));
    if (output !== undefined && !wasCompleting && completes(output, previous)) {
      insertions.push({ before: place, text: separatorText(style) });
    }
    previous = output;
  });
  for (const output of added) {
    if (completes(output, previous))
      insertions.push({ before: items.length, text: separatorText(style) });
    if (output.lone !== undefined) {
      insertions.push({ before: items.length, text: freshText(output.lone, style) });
    }
    previous = output;
  }
  const margin = marginAt(bytes, outputs.keyStart);
  const list = { span: spanOf(outputs), items, margin };
  pushAll(edits, listEdits(bytes, list, removed, insertions, layout));
  return { edits, kept };
}

/** Whether an output, if it stands right behind another, completes its data. SPEC §6.1 (b). */
function completes(output: DraftOutput, previous: DraftOutput | undefined): boolean {
  const { displayName } = output;
  return displayName !== undefined && !output.hasData() && previous?.hasData(displayName) === true;
}

/** {@link completes}, of the outputs as they were read. */
function completed({ before, payloads, lone }: DraftOutput, old: DraftOutput | undefined): boolean {
  const { display } = before;
  if (lone !== undefined || display === undefined) return false;
  const had = old?.payloads.all.some(({ oldName }) => oldName === display) === true;
  return had && payloads.all.every(({ oldName }) => oldName === undefined);
}

/** An empty output, which keeps a display from completing data that it did not complete before. */
function separatorText({ isSorted }: TextStyle): string {
  return objectText(
    [
      ["output_type", '"display_data"'],
      ["data", "{}"],
      ["metadata", "{}"],
    ],
    isSorted,
  );
}
