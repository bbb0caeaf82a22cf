import { isTuple, type Label } from "../metadata/label.ts";
import { pythonString } from "../metadata/python-repr.ts";
import type { Cell } from "./cell.ts";

/** What Node, Bun and Deno ask a value for when it is logged. */
const inspector = "nodejs.util.inspect.custom";

/**
 * Lets consoles show a text in the place of `target`'s members: in Node, Deno and Bun. Browsers know
 * no such thing, and show the members.
 *
 * @param text Of a value within another one the first line is shown.
 */
export function showAs(target: object, text: () => string): void {
  const value = (depth: unknown, options?: { readonly depth?: unknown }) => {
    const outer = options?.depth;
    const isNested = typeof depth === "number" && typeof outer === "number" && depth < outer;
    return isNested ? (text().split("\n", 1)[0] as string) : text();
  };
  Object.defineProperty(target, Symbol.for(inspector), { value });
}

/** What is looked at of a series, or of a level of an index. */
interface ShownSeries {
  readonly name: Label;
  readonly dtype: string;
  readonly length: number;
  readonly error: unknown;
  at(index: number): Cell | undefined;
}

/** What is looked at of an index. */
interface ShownIndex {
  readonly kind: "range" | "column" | "multi";
  readonly levels: readonly ShownSeries[];
  readonly length: number;
  readonly range:
    | { readonly start: number; readonly stop: number; readonly step: number }
    | undefined;
  at(index: number): Cell | undefined;
}

/** How many values of a series are shown. */
const shownValues = 6;
const longestCell = 32;

/** `Series "close" of 756 float64: 98.12, 94.8, 95.87, …` */
export function seriesText(series: ShownSeries): string {
  const { name, dtype, length } = series;
  const head = `Series${name === null ? "" : ` ${labelText(name)}`} of ${length} ${dtype}`;
  return `${head}: ${firstOf(series, [series])}`;
}

/** `RangeIndex from 0 to 756`, `Index "date" of 756 datetime64[us]: 2023-01-02T00:00:00, …` */
export function indexText(index: ShownIndex): string {
  const { kind, levels, length, range } = index;
  const names = levels.map(({ name, dtype }) => {
    const text = name === null ? "" : `${labelText(name)} `;
    return kind === "multi" ? `${text}${dtype}` : text;
  });
  if (range !== undefined) {
    const step = range.step === 1 ? "" : ` in steps of ${range.step}`;
    return `RangeIndex ${names[0]}from ${range.start} to ${range.stop}${step}`;
  }
  if (kind === "multi") {
    return `MultiIndex of ${length} (${names.join(", ")}): ${firstOf(index, levels)}`;
  }
  return `Index ${names[0]}of ${length} ${levels[0]?.dtype}: ${firstOf(index, levels)}`;
}

function firstOf(
  values: Pick<ShownSeries, "length" | "at">,
  levels: readonly ShownSeries[],
): string {
  if (levels.some(({ error }) => error !== undefined)) return unreadable;
  const shown = Math.min(values.length, shownValues);
  const texts = Array.from({ length: shown }, (_, i) => listText(values.at(i) ?? null));
  return [...texts, ...(shown < values.length ? ["…"] : [])].join(", ");
}

/** What stands for the values of a column that cannot be read. */
export const unreadable = "unreadable";

const labelText = (label: Label): string =>
  isTuple(label) ? pythonString(label) : JSON.stringify(String(label));

/** A value of a table. */
export function cellText(cell: Cell): string {
  const text = typeof cell === "string" ? cell.slice(0, longestCell + 1) : listText(cell);
  return cut(text.replace(/[\p{Cc}\u2028\u2029]/gu, "·"));
}

/** A value among others, so that texts are in quotes. */
function listText(cell: Cell): string {
  if (typeof cell === "string") return cut(JSON.stringify(cell.slice(0, longestCell + 1)));
  if (cell instanceof Uint8Array) return `Uint8Array(${cell.length})`;
  if (typeof cell !== "object" || cell === null || cell instanceof Date) return String(cell);
  // Of long lists and deep structs no more is looked at than can be shown.
  if (Array.isArray(cell)) return cut(`[${cell.slice(0, shownValues).map(listText).join(", ")}]`);
  const members = Object.entries(cell).slice(0, shownValues);
  return cut(`{${members.map(([name, value]) => `${name}: ${listText(value)}`).join(", ")}}`);
}

function cut(text: string): string {
  const characters = [...text];
  return characters.length <= longestCell
    ? text
    : `${characters.slice(0, longestCell - 1).join("")}…`;
}
