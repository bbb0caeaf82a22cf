import { utf8Decoder, utf8Encoder } from "../../platform.ts";
import type { Span } from "../span.ts";
import { type Edit, joinPieces } from "./apply.ts";
import { type Layout, layOut, marginAt } from "./layout.ts";

/** An object or array, as its edits see it. */
export interface List {
  /** The whole value, brackets included. */
  readonly span: Span;
  /** Elements, or members from key to value, in order. */
  readonly items: readonly Span[];
  /** The margin of the line on which the value's own item starts; see {@link marginAt}. */
  readonly margin: string | undefined;
}

/** Something to be put into a list: JSON text, or a member's `"key": value`. */
export interface Insertion {
  /** Before which item; the number of items for the end. */
  readonly before: number;
  readonly text: string;
}

/**
 * The edits that take items out of a list and put new ones in, with the commas and white space that
 * go with them. Items that stay are not touched. Sorted and disjoint. SPEC §13.8.
 *
 * @param insertions sorted by `before`.
 */
export function listEdits(
  bytes: Uint8Array,
  list: List,
  removed: ReadonlySet<number>,
  insertions: readonly Insertion[],
  layout: Layout,
): Edit[] {
  const { span, items } = list;
  if (removed.size === 0 && insertions.length === 0) return [];
  const { margin, gap } = gapOf(bytes, list, layout);
  const lay = (texts: readonly Insertion[], before: string, after: string): Uint8Array =>
    joinPieces(
      texts.flatMap(({ text }) => [
        utf8Encoder.encode(before),
        layOut(text, layout, margin),
        utf8Encoder.encode(after),
      ]),
    );
  if (removed.size === items.length) {
    const laid = lay(insertions, `,${gap}`, "").subarray(1);
    const isBroken = insertions.length > 0 && margin !== undefined;
    const end = utf8Encoder.encode(isBroken ? layout.newline + (list.margin ?? "") : "");
    // In one line nothing stands between the bracket and the first item.
    const start = margin === undefined ? laid.subarray(gap.length) : laid;
    return [{ start: span.start + 1, end: span.end - 1, bytes: joinPieces([start, end]) }];
  }
  const edits: Edit[] = [];
  const put = (start: number, end: number, replacement: Uint8Array): void => {
    if (end > start || replacement.length > 0) edits.push({ start, end, bytes: replacement });
  };
  let next = 0;
  const upTo = (place: number): Insertion[] => {
    const from = next;
    while ((insertions[next]?.before ?? Number.POSITIVE_INFINITY) <= place) next++;
    return insertions.slice(from, next);
  };
  const kept = items.flatMap((item, place) => (removed.has(place) ? [] : [{ item, place }]));
  for (const [order, { item, place }] of kept.entries()) {
    // Before the first that stays; then, after each one, what goes between it and the next.
    if (order === 0) put((items[0] as Span).start, item.start, lay(upTo(place), "", `,${gap}`));
    const following = kept[order + 1]?.place ?? items.length;
    put(item.end, (items[following - 1] as Span).end, lay(upTo(following), `,${gap}`, ""));
  }
  return edits;
}

/** What stands between two items, and the margin of a line that starts with one. */
function gapOf(
  bytes: Uint8Array,
  { items, margin }: List,
  { newline, indent, comma }: Layout,
): { readonly gap: string; readonly margin: string | undefined } {
  const [first, second] = items;
  const itemMargin = first === undefined ? margin && margin + indent : marginAt(bytes, first.start);
  if (itemMargin !== undefined) return { gap: newline + itemMargin, margin: itemMargin };
  if (first === undefined || second === undefined)
    return { gap: comma.slice(1), margin: undefined };
  const between = utf8Decoder.decode(bytes.subarray(first.end, second.start));
  return { gap: between.slice(between.indexOf(",") + 1), margin: undefined };
}
