import { ScrapbookError } from "../error/error.ts";
import type { ErrorCode } from "../error/generated/error-code.ts";
import { byCodePoints } from "./code-points.ts";
import { isFloatText, pythonFloat } from "./float-text.ts";
import { JsonText } from "./json-text.ts";
import { describeForeign, isRecord, noJsonForm } from "./no-json-form.ts";
import { jsonPointer } from "./pointer.ts";

/** Options of {@link stringifyJson}. */
export interface StringifyOptions {
  /** Spaces, or the text, of one level of indentation. Default none: all in one line. */
  readonly indent?: number | string | undefined;
  /** Without `indent`: no space after commas and colons. Default false, as Python's default. */
  readonly compact?: boolean | undefined;
  /** With `indent`: what every line after the first starts with. Default nothing. */
  readonly margin?: string | undefined;
  /** Whether members are sorted by key, by code points as Python does. Default false. */
  readonly sortKeys?: boolean | undefined;
  /**
   * What becomes of `NaN` and the infinities: `"error"` refuses them, `"string"` writes `"NaN"`,
   * `"null"` writes `null`, `"literal"` writes `NaN` as Python does. Default `"error"`.
   */
  readonly nonFinite?: "error" | "string" | "null" | "literal" | undefined;
  /**
   * What becomes of half a surrogate pair: `"error"` refuses it, since Jupyter could not save the
   * file; `"escape"` writes `\ud800`, as `JSON.stringify` does. Default `"error"`.
   */
  readonly surrogates?: "error" | "escape" | undefined;
}

interface Frame {
  readonly container: object;
  readonly keys: readonly string[] | undefined;
  readonly values: readonly unknown[];
  next: number;
}

interface Layout {
  readonly comma: string;
  readonly colon: string;
  readonly indent: string;
  readonly margin: string;
}

/**
 * The JSON text of `value` as Python's `json.dumps(value, ensure_ascii=False)` writes it, so with
 * `indent: 1, sortKeys: true` as Jupyter does. Integral numbers within ±(2^53−1) are written as
 * integers, other numbers as Python floats, −0 as `-0.0`, bigints as integers; `floatText(1)` is
 * written `1.0`, and a {@link JsonText} as its text. SPEC §10.3, §10.4.
 *
 * @throws `json-unsupported-value`, `json-cycle`, `json-lone-surrogate`, `json-non-finite`, with
 * the JSON pointer of the value.
 */
export function stringifyJson(value: unknown, options: StringifyOptions = {}): string {
  const layout = layoutOf(options);
  const frames: Frame[] = [];
  const open = new Set<object>();
  let text = "";
  let current = value;
  for (;;) {
    const frame = frameOf(current, frames, open, options);
    if (frame === undefined) text += scalarText(current, frames, options);
    else if (frame.values.length === 0) text += frame.keys === undefined ? "[]" : "{}";
    else {
      frames.push(frame);
      open.add(frame.container);
      text += frame.keys === undefined ? "[" : "{";
    }
    let top = frames.at(-1);
    while (top !== undefined && top.next === top.values.length) {
      frames.pop();
      open.delete(top.container);
      text += `${lineBreak(layout, frames.length)}${top.keys === undefined ? "]" : "}"}`;
      top = frames.at(-1);
    }
    if (top === undefined) return text;
    if (top.next > 0) text += layout.comma;
    text += lineBreak(layout, frames.length);
    const key = top.keys?.[top.next];
    current = top.values[top.next++];
    if (key !== undefined) text += stringText(key, frames, options) + layout.colon;
  }
}

function layoutOf({ indent = "", compact = false, margin = "" }: StringifyOptions): Layout {
  const unit = typeof indent === "number" ? " ".repeat(indent) : indent;
  const space = compact ? "" : " ";
  return unit === ""
    ? { comma: `,${space}`, colon: `:${space}`, indent: "", margin: "" }
    : { comma: ",", colon: ": ", indent: unit, margin };
}

function lineBreak({ indent, margin }: Layout, depth: number): string {
  return indent === "" ? "" : `\n${margin}${indent.repeat(depth)}`;
}

function frameOf(
  value: unknown,
  frames: readonly Frame[],
  open: ReadonlySet<object>,
  options: StringifyOptions,
): Frame | undefined {
  if (typeof value !== "object" || value === null || isMarked(value)) return undefined;
  if (open.has(value)) throw refuse("json-cycle", "A value contains itself", frames);
  if (Array.isArray(value)) return { container: value, keys: undefined, values: value, next: 0 };
  if (!isRecord(value)) throw unsupported(value, frames);
  const keys = Object.keys(value);
  if (options.sortKeys === true) keys.sort(byCodePoints);
  return { container: value, keys, values: keys.map((key) => value[key]), next: 0 };
}

/** Values of JSON that are instances of a class. */
function isMarked(value: object): boolean {
  return isFloatText(value) || value instanceof JsonText;
}

function scalarText(value: unknown, frames: readonly Frame[], options: StringifyOptions): string {
  switch (typeof value) {
    case "string":
      return stringText(value, frames, options);
    case "number":
      return Number.isSafeInteger(value) && !Object.is(value, -0)
        ? String(value)
        : floatLiteral(value, frames, options);
    case "bigint":
    case "boolean":
      return String(value);
    default:
      if (value === null) return "null";
      if (isFloatText(value)) return floatLiteral(value.value, frames, options);
      if (value instanceof JsonText) return value.text;
      throw unsupported(value, frames);
  }
}

function stringText(
  text: string,
  frames: readonly Frame[],
  { surrogates }: StringifyOptions,
): string {
  if (surrogates !== "escape" && /\p{Surrogate}/u.test(text)) {
    throw refuse("json-lone-surrogate", "A string holds a lone surrogate", frames);
  }
  return JSON.stringify(text);
}

function floatLiteral(value: number, frames: readonly Frame[], options: StringifyOptions): string {
  if (Number.isFinite(value)) return pythonFloat(value);
  switch (options.nonFinite) {
    case "string":
      return `"${value}"`;
    case "null":
      return "null";
    case "literal":
      return String(value);
    default:
      throw refuse("json-non-finite", "A number is not finite", frames, String(value), hint);
  }
}

const hint = 'Set { nonFinite: "null" }, "string" or "literal" to write it.';

function unsupported(value: unknown, frames: readonly Frame[]): ScrapbookError {
  return refuse("json-unsupported-value", noJsonForm, frames, describeForeign(value));
}

function refuse(
  code: ErrorCode,
  what: string,
  frames: readonly Frame[],
  got?: string,
  hint?: string,
): ScrapbookError {
  const steps = frames.map(({ keys, next }) => keys?.[next - 1] ?? next - 1);
  return new ScrapbookError(code, { what, path: jsonPointer(steps), got, hint });
}
