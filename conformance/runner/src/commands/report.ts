import { join } from "node:path";
import { CannotRun } from "../cannot-run.ts";
import type { Json } from "../json.ts";
import { readJsonFile } from "../json-file.ts";
import { createSchemas } from "../protocol/validator.ts";
import { formatBadge } from "../report/badge.ts";
import { formatHtml } from "../report/html.ts";
import { formatMarkdown } from "../report/markdown.ts";
import type { Report } from "../report/report.ts";
import { createSupportTable } from "../report/support-table.ts";
import { levels } from "../suite/case.ts";
import { locateSuite } from "../suite/locate.ts";
import { readOptions } from "./options.ts";
import { writeOutput } from "./output-file.ts";

/** What `report --help` says. */
export const reportUsage = `scrapbook-conformance report [options] <report.json...>

Merges reports that \`run --json\` wrote into one support table; on stdout as Markdown, unless a file is named.

  --markdown, --html <file>  write the table
  --badges <folder>          write <implementation>-<level>.svg for each level: passed of the level's total`;

/** `scrapbook-conformance report`; gives the exit code. */
export function report(args: readonly string[]): number {
  const options = {
    markdown: { type: "string" },
    html: { type: "string" },
    badges: { type: "string" },
  } as const;
  const { values, positionals } = readOptions(args, options, true);
  if (positionals.length === 0) throw new CannotRun("report needs the files that run --json wrote");
  const isReport = createSchemas(locateSuite().folder).load("report");
  const reports = positionals.map((file) => readReport(file, isReport));
  const table = createSupportTable(reports);
  const { markdown, html, badges } = values;
  if (markdown !== undefined) writeOutput(markdown, formatMarkdown(table));
  if (html !== undefined) writeOutput(html, formatHtml(table));
  if (badges !== undefined) for (const one of reports) writeBadges(badges, one);
  if (markdown === undefined && html === undefined && badges === undefined)
    console.log(formatMarkdown(table));
  return 0;
}

function readReport(file: string, isReport: (value: Json) => readonly string[]): Report {
  const content = readJsonFile(file);
  const [mistake] = isReport(content);
  if (mistake !== undefined) throw new CannotRun(`${file} is no report: ${mistake}`);
  return content as unknown as Report;
}

function writeBadges(folder: string, one: Report): void {
  const name = one.implementation.name.replaceAll(/[^A-Za-z0-9._-]+/g, "-");
  for (const level of levels)
    writeOutput(join(folder, `${name}-${level}.svg`), formatBadge(level, one.levels[level]));
}
