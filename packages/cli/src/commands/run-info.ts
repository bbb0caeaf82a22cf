import type { Notebook } from "@scrapbook/core";
import { exitCode } from "../exit-code.ts";
import { jsonText } from "../output/json-text.ts";
import type { RowStyle } from "../output/rows.ts";
import { tableText } from "../output/table.ts";
import { openReading, type ReadingOptions, readingOptions } from "../reading.ts";
import { counted } from "../text/counted.ts";
import { painter } from "../text/paint.ts";
import { type Call, defineVerb, type Verb } from "../verb.ts";

interface RunInfoOptions extends ReadingOptions {
  readonly json?: boolean;
  readonly failed?: boolean;
  readonly exitCode?: boolean;
}

/** Says how papermill's runs went. */
export const runInfo: Verb = defineVerb<RunInfoOptions>({
  arguments: [
    { name: "<path...>", help: "files, folders, globs, addresses, or - for standard input" },
  ],
  options: [
    { flags: "--json", help: "one line of JSON a notebook" },
    { flags: "--failed", help: "only runs that failed or did not finish" },
    { flags: "--exit-code", help: "exit with 1 where a run failed or did not finish" },
    ...readingOptions,
  ],
  description:
    "How each run ended (completed, failed, partial, none), how long it took, which cell failed with what, and what it had glued until then.",
  examples: [
    { line: "run-info out", help: "how last night's runs went" },
    { line: "run-info out --failed --exit-code", help: "fail a job where a run failed" },
  ],
  run,
});

async function run({ args, options, terminal }: Call<RunInfoOptions>) {
  const reading = await openReading(args, options, terminal, {
    isStreamed: options.json === true,
  });
  const paint = painter(terminal.colours);
  const rows: (readonly (string | number)[])[] = [];
  const styles: (RowStyle | undefined)[] = [];
  const counts = new Map<string, number>();
  for await (const [key, notebook] of reading.notebooks) {
    const { status } = notebook.run;
    counts.set(status, (counts.get(status) ?? 0) + 1);
    if (options.failed === true && status !== "failed" && status !== "partial") continue;
    if (options.json === true) await terminal.out(runLine(key, notebook));
    else {
      rows.push(runRow(key, notebook));
      styles.push(styleOf[status]);
    }
  }
  if (options.json !== true) {
    const columns = ["notebook", "status", "seconds", "scraps", "failed cell", "exception"];
    const numeric = new Set(["seconds", "scraps"]);
    const width = terminal.isOutTerminal ? terminal.width : undefined;
    const told = [...counts].map(([status, count]) => `${count} ${status}`).join(", ");
    await terminal.out(
      `${
        rows.length === 0
          ? ""
          : `${tableText(
              { columns, numeric, rows, styles, spare: ["scraps", "seconds", "failed cell"] },
              width,
              paint,
            )}\n`
      }${counted(
        [...counts.values()].reduce((sum, it) => sum + it, 0),
        "run",
      )}${told === "" ? "" : `: ${told}`}.\n`,
    );
  }
  const code = reading.finish();
  const isBad = (counts.get("failed") ?? 0) + (counts.get("partial") ?? 0) > 0;
  return code === exitCode.fine && options.exitCode === true && isBad ? exitCode.found : code;
}

/** Failures are seen at once. */
const styleOf: Readonly<Record<string, RowStyle | undefined>> = {
  failed: "red",
  partial: "yellow",
};

function runRow(key: string, { run, scraps }: Notebook): readonly (string | number)[] {
  const { status, duration, failedCell } = run;
  return [
    key,
    status,
    duration === undefined ? "" : duration.toFixed(1),
    scraps.size,
    failedCell === undefined ? "" : String(failedCell.index),
    failedCell === undefined ? "" : `${failedCell.ename ?? ""}: ${failedCell.evalue ?? ""}`,
  ];
}

function runLine(key: string, { run, scraps }: Notebook): string {
  const { status, startTime, endTime, duration, failedCell, parameters } = run;
  const line = {
    notebook: key,
    status,
    startTime: startTime ?? null,
    endTime: endTime ?? null,
    duration: duration ?? null,
    failedCell: failedCell ?? null,
    parameters,
    scraps: [...scraps.keys()],
  };
  return `${jsonText(withoutUndefined(line))}\n`;
}

/** JSON has no `undefined`: a member that is not there is left out. */
function withoutUndefined(value: object): object {
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      typeof member === "object" && member !== null && !Array.isArray(member)
        ? Object.fromEntries(Object.entries(member).filter(([, it]) => it !== undefined))
        : member,
    ]),
  );
}
