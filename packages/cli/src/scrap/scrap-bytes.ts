import { type Scrap, ScrapbookError } from "@scrapbook/core";
import type { DataFrame } from "@scrapbook/encoders-pandas";
import { withoutFormulas } from "../output/csv.ts";
import { jsonText } from "../output/json-text.ts";
import type { Terminal } from "../terminal.ts";
import { visibleLines } from "../text/visible.ts";
import type { Form } from "./form.ts";
import { scrapJson } from "./scrap-json.ts";

/**
 * A scrap in one of its forms, as it is written out.
 *
 * @throws (rejects with) `usage-argument` for a form that the scrap does not have.
 */
export async function scrapBytes(
  scrap: Scrap,
  form: Form,
  terminal: Pick<Terminal, "isOutTerminal">,
): Promise<string | Uint8Array> {
  switch (form.kind) {
    case "mime":
      return shownBytes(scrap, form.mime, terminal.isOutTerminal);
    case "json":
      return `${scrapJson(scrap)}\n`;
    case "text":
      return textOf(scrap, terminal.isOutTerminal);
    default:
      return frameBytes(frameOf(scrap, form.kind), form.kind);
  }
}

function shownBytes(scrap: Scrap, mime: string, isForPerson: boolean): string | Uint8Array {
  const isText = /^text\/|[/+](json|xml)$|javascript$/.test(mime);
  if (!isText) return scrap.bytes(mime);
  const text = scrap.text(mime);
  const shown = isForPerson ? visibleLines(text) : text;
  return shown.endsWith("\n") ? shown : `${shown}\n`;
}

async function textOf(scrap: Scrap, isForPerson: boolean): Promise<string> {
  const { data } = scrap;
  if (typeof data === "string") return isForPerson ? `${visibleLines(data)}\n` : `${data}\n`;
  if (scrap.encoder !== "pandas") return `${scrapJson(scrap)}\n`;
  const { toText } = await import("@scrapbook/encoders-pandas/preview");
  const text = `${toText(data as DataFrame)}\n`;
  return isForPerson ? visibleLines(text) : text;
}

function frameOf(scrap: Scrap, kind: string): DataFrame {
  if (scrap.encoder === "pandas") return scrap.data as DataFrame;
  throw new ScrapbookError("usage-argument", {
    what: `Only DataFrames are written as ${kind}`,
    got: `the scrap ${JSON.stringify(scrap.name.slice(0, 80))}, whose encoder is ${scrap.encoder.slice(0, 80)}`,
    hint: "Leave out --format, or use json.",
  });
}

async function frameBytes(frame: DataFrame, kind: string): Promise<string | Uint8Array> {
  switch (kind) {
    case "csv":
      return withoutFormulas((await import("@scrapbook/encoders-pandas/csv")).toCSV(frame));
    case "parquet":
      // What is stored comes out as it is: no byte is made anew.
      return (
        frame.parquetBytes ?? (await import("@scrapbook/encoders-pandas/parquet")).toParquet(frame)
      );
    case "arrow":
      return (await import("@scrapbook/encoders-pandas/arrow")).toIPC(frame);
    case "html":
      return `${(await import("@scrapbook/encoders-pandas/preview")).toHTML(frame)}\n`;
    default: {
      const { markdownText } = await import("../output/markdown.ts");
      return markdownText(frameRows(frame));
    }
  }
}

function frameRows(frame: DataFrame) {
  const rows = frame.rows({ index: true });
  const columns = Object.keys(rows[0] ?? {});
  const cell = (value: unknown) =>
    value === null || ["string", "number", "bigint", "boolean"].includes(typeof value)
      ? (value as string)
      : jsonText(value, { allowNan: true });
  return { columns, rows: rows.map((row) => columns.map((name) => cell(row[name]))) };
}
