import type { Edit } from "../json/edit/apply.ts";
import { jsonText, objectText } from "../json/edit/json-text.ts";
import { marginAt } from "../json/edit/layout.ts";
import { listEdits } from "../json/edit/list.ts";
import { effectiveMembers, type Text } from "../json/edit/object.ts";
import { pushAll } from "../json/push-all.ts";
import type { Span } from "../json/span.ts";
import { decodeString } from "../json/string-literal.ts";
import {
  arrayElements,
  type Element,
  kindAt,
  type Member,
  rootValue,
  spanOf,
} from "../json/walk.ts";
import { type CellChange, cellEdits, outputsText } from "./cell-edits.ts";
import type { Draft } from "./draft.ts";
import type { DraftOutput } from "./draft-output.ts";
import type { TextStyle } from "./fresh-text.ts";

/** The first minor version of nbformat 4 whose cells have ids. */
const firstMinorWithIds = 5;

/** What a session's changes come to. */
export interface Plan {
  /** Sorted and disjoint. */
  readonly edits: readonly Edit[];
  /** Places of the cells that the edits change. */
  readonly cells: ReadonlySet<number>;
  /** The values that are certainly as they were, so that checking can pass over them. */
  readonly kept: readonly KeptValue[];
}

/** A value of the original that no edit touches, and the least that can stand in its place. */
export interface KeptValue extends Span {
  readonly stand: string;
}

/** All changes of a session as edits of the original bytes. SPEC §13. */
export function planEdits(
  draft: Draft,
  style: TextStyle,
  newCellId: (taken: ReadonlySet<string>) => string,
): Plan {
  const { text, outline, cells: outputs, touched } = draft;
  const live = draft.added.filter(({ isRemoved }) => !isRemoved);
  const addedTo = new Map<number | undefined, DraftOutput[]>();
  for (const output of live) {
    const added = addedTo.get(output.cellIndex);
    if (added === undefined) addedTo.set(output.cellIndex, [output]);
    else added.push(output);
  }
  const changed = new Set([...touched, ...live].map(({ cellIndex }) => cellIndex));
  const cells = effectiveMembers(text, rootValue(text.bytes, text.tape)).get("cells") as Member;
  const elements: Element[] = [];
  const edits: Edit[] = [];
  const edited = new Set<number>();
  const kept: KeptValue[] = [{ ...outline.metadata.span, stand: "{}" }];
  arrayElements(text.bytes, text.tape, cells.valueIndex, (cell, place) => {
    elements.push(cell);
    if (!changed.has(place)) {
      kept.push({ ...spanOf(cell), stand: '{"metadata":{}}' });
      return;
    }
    const added = addedTo.get(place) ?? [];
    const change: CellChange = { outputs: outputs[place] ?? [], touched, added };
    // Readers join lines in code cells only.
    const isSplit = style.isSplit && outline.cells[place]?.isCode === true;
    const inside = cellEdits(text, cell, change, { ...style, isSplit });
    if (inside.edits.length > 0) edited.add(place);
    pushAll(edits, inside.edits);
    for (const output of inside.kept) kept.push({ ...output, stand: "{}" });
  });
  const added = addedTo.get(undefined);
  if (added !== undefined) {
    const id =
      outline.nbformatMinor < firstMinorWithIds ? undefined : newCellId(cellIds(text, elements));
    const list = {
      span: spanOf(cells),
      items: elements.map(spanOf),
      margin: marginAt(text.bytes, cells.keyStart),
    };
    const insertion = { before: elements.length, text: cellText(added, id, style) };
    pushAll(edits, listEdits(text.bytes, list, new Set(), [insertion], text.layout));
  }
  return { edits: edits.sort(inOrder), cells: edited, kept: kept.sort(inOrder) };
}

/** By offset: what is put in somewhere comes before what is replaced there. */
export function inOrder(a: Span, b: Span): number {
  return a.start - b.start || a.end - b.end;
}

/** A code cell that holds outputs and was never run. SPEC §13.2. */
function cellText(added: readonly DraftOutput[], id: string | undefined, style: TextStyle): string {
  const members: [string, string][] = [
    ["cell_type", '"code"'],
    ["execution_count", "null"],
    ["metadata", "{}"],
    ["outputs", outputsText(added, style)],
    // nbformat splits the empty source into no lines.
    ["source", style.isSplit ? "[]" : '""'],
  ];
  if (id !== undefined) members.splice(2, 0, ["id", jsonText(id)]);
  return objectText(members, style.isSorted);
}

function cellIds(text: Text, cells: readonly Element[]): Set<string> {
  const ids = new Set<string>();
  for (const cell of cells) {
    const id = effectiveMembers(text, cell).get("id");
    if (id === undefined || kindAt(text.bytes, id.valueStart) !== "string") continue;
    ids.add(decodeString(text.bytes, id.valueStart, id.valueEnd));
  }
  return ids;
}
