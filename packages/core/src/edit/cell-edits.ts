import type { Span } from "../json/span.ts";
import { arrayElements, kindAt, type Member, type ValueSpan } from "../json/walk.ts";
import { spanOf } from "../notebook/walk-context.ts";
import type { Edit } from "./apply.ts";
import { type DraftOutput, dataNames, displayName } from "./draft-output.ts";
import { freshText, type TextStyle } from "./fresh-text.ts";
import { objectText } from "./json-text.ts";
import { marginAt } from "./layout.ts";
import { type Insertion, listEdits } from "./list.ts";
import { effectiveMembers, objectEdits, type Text } from "./object.ts";
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
  let before: ReadonlySet<string> = new Set();
  for (const output of added) {
    if (completes(output, before)) texts.push(separatorText(style));
    if (output.fresh !== undefined) texts.push(freshText(output.fresh, style));
    before = dataNames(output);
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
  // The data of the output just before, as it was and as it is: see `completes`.
  let wasBefore: ReadonlySet<string> = new Set();
  let before: ReadonlySet<string> = new Set();
  arrayElements(bytes, tape, outputs.valueIndex, (element, place) => {
    items.push(spanOf(element));
    const output = byPlace.get(place);
    const wasCompleting = output !== undefined && completed(output, wasBefore);
    wasBefore = new Set(output?.before.payloads.map(({ name }) => name));
    if (output?.outline !== undefined && touched.has(output)) {
      if (output.isRemoved) {
        removed.add(place);
        return;
      }
      edits.push(...outputEdits(text, output, outputParts(text, output.outline), style));
    } else kept.push(spanOf(element));
    if (output !== undefined && !wasCompleting && completes(output, before)) {
      insertions.push({ before: place, text: separatorText(style) });
    }
    before = output === undefined ? new Set() : dataNames(output);
  });
  for (const output of added) {
    if (completes(output, before))
      insertions.push({ before: items.length, text: separatorText(style) });
    if (output.fresh !== undefined) {
      insertions.push({ before: items.length, text: freshText(output.fresh, style) });
    }
    before = dataNames(output);
  }
  const margin = marginAt(bytes, outputs.keyStart);
  const list = { span: spanOf(outputs), items, margin };
  edits.push(...listEdits(bytes, list, removed, insertions, layout));
  return { edits, kept };
}

/** Whether an output, if it stands right behind data of these names, completes it. SPEC §6.1 (b). */
function completes(output: DraftOutput, before: ReadonlySet<string>): boolean {
  const display = displayName(output);
  return display !== undefined && dataNames(output).size === 0 && before.has(display);
}

/** {@link completes}, of the output as it was read. */
function completed({ before, fresh }: DraftOutput, wasBefore: ReadonlySet<string>): boolean {
  const { payloads, display } = before;
  return (
    fresh === undefined && display !== undefined && payloads.length === 0 && wasBefore.has(display)
  );
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
