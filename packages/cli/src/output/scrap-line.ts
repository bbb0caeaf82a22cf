import { isScrapbookError, type Notebook, type Scrap } from "@scrapbook/core";
import { failureLine } from "../failure.ts";
import { scrapJson } from "../scrap/scrap-json.ts";
import type { Terminal } from "../terminal.ts";
import { jsonText } from "./json-text.ts";

/** A scrap of a notebook, and how much room it takes. */
export interface ListedScrap {
  readonly key: string;
  readonly notebook: Notebook;
  readonly scrap: Scrap;
  readonly bytes: number;
}

interface LineOptions {
  readonly full?: boolean | undefined;
  readonly raw?: boolean | undefined;
  readonly allowNan?: boolean | undefined;
}

/** A scrap as a line of JSON, as `scrap-line.schema.json` describes it. */
export function scrapLine(
  { key, notebook, scrap, bytes }: ListedScrap,
  options: LineOptions,
  terminal: Pick<Terminal, "err">,
): string {
  const members: [string, string][] = [
    ["notebook", JSON.stringify(key)],
    ["name", JSON.stringify(scrap.name)],
    ["encoder", JSON.stringify(scrap.encoder)],
    ["data", dataJson(scrap, options, (message) => terminal.err(`${message}\n`))],
    ["display", JSON.stringify(scrap.display === undefined ? null : scrap.mimeTypes)],
    ["cell", String(scrap.cell)],
    ["output", String(scrap.output)],
    ["bytes", String(bytes)],
    ["status", JSON.stringify(notebook.run.status)],
  ];
  return `{${members.map(([name, json]) => `"${name}": ${json}`).join(", ")}}\n`;
}

function dataJson(scrap: Scrap, options: LineOptions, warn: (message: string) => void): string {
  if (scrap.rawText === undefined) return "null";
  const result = options.raw === true ? rawDataOf(scrap) : scrap.tryData();
  if (!result.ok) {
    warn(failureLine(result.error).replace(/^error/, "warning"));
    return "null";
  }
  if (options.raw === true) return jsonText(result.value, { allowNan: options.allowNan });
  const { allowNan = false, full = false } = options;
  const json = scrapJson(scrap, { allowNan, full });
  if (!allowNan && json !== scrapJson(scrap, { allowNan: true, full })) {
    warn(
      `warning: ${JSON.stringify(scrap.name.slice(0, 80))} holds NaN or an infinity: written as null`,
    );
  }
  return json;
}

/** What is stored, which may be no value: an integer can have too many digits. */
function rawDataOf(scrap: Scrap): ReturnType<Scrap["tryData"]> {
  try {
    return { ok: true, value: scrap.rawData };
  } catch (error) {
    if (isScrapbookError(error)) return { ok: false, error };
    throw error;
  }
}
