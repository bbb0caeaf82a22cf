import { type Notebook, Scrapbook } from "@scrapbook/core";
import { type GivenScrap, notebookOf } from "./notebook.ts";
import { xssPayloads } from "./xss-payloads.ts";

/** The MIME types as which each payload is shown. */
export const xssMimes: readonly string[] = [
  "text/html",
  "image/svg+xml",
  "text/markdown",
  "text/latex",
  "text/plain",
  "text/x-other",
  "application/json",
  "application/javascript",
  "application/vnd.plotly.v1+json",
  "application/vnd.vegalite.v5+json",
  "application/xhtml+xml",
  "image/png",
];

/** How many displays the payloads of one MIME type are put together in. */
const groups = 14;

/** The key of the notebook in which each payload is a display of HTML by itself. */
export const aloneKey = "each alone";

/**
 * A notebook for each MIME type with every payload, several in a display: a browser takes minutes for
 * a frame each. Then one where each is HTML by itself; then payloads as names, values and tracebacks.
 */
export function xssBook(trap: string): Scrapbook {
  const payloads = xssPayloads(trap);
  const together = inGroups(payloads);
  const notebooks = xssMimes.map((mime): [string, Notebook] => [mime, shownAs(mime, together)]);
  notebooks.push([aloneKey, shownAs("text/html", payloads)]);
  notebooks.push(["<img src=x onerror=alert(1)>", notebookOf(valuesOf(payloads))]);
  for (const [i, payload] of payloads.entries()) {
    if (i % 10 === 0) notebooks.push([payload, failedRun(payloads.slice(i, i + 10))]);
  }
  return new Scrapbook(notebooks);
}

/**
 * Payloads of each kind together. Those that leave a parser in another state, which the list has last,
 * are last in their group too, so that they hide none.
 */
export function inGroups(payloads: readonly string[]): readonly string[] {
  return Array.from({ length: groups }, (_group, start) =>
    payloads.filter((_payload, i) => i % groups === start).join("\n\n"),
  );
}

function shownAs(mime: string, payloads: readonly string[]): Notebook {
  return notebookOf(
    payloads.map((payload, i): [string, GivenScrap] => [
      `${i}`,
      { display: { [mime]: shape(mime, payload) } },
    ]),
  );
}

/** Markup as the MIME type may hold it. */
function shape(mime: string, payload: string): unknown {
  if (mime.endsWith("json")) {
    return { [payload]: [payload], data: [{ type: "bar", x: [payload], text: payload }] };
  }
  if (mime !== "image/svg+xml") return payload;
  return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">${payload}</svg>`;
}

function valuesOf(payloads: readonly string[]): [string, GivenScrap][] {
  return payloads.flatMap((payload, i): [string, GivenScrap][] => [
    [payload, i % 2 === 0 ? { data: payload } : { data: { [payload]: [payload, "x".repeat(80)] } }],
  ]);
}

function failedRun(payloads: readonly string[]): Notebook {
  const [first = "", second = "", ...rest] = payloads;
  const cell = {
    cell_type: "code",
    metadata: { papermill: { exception: true, status: "failed" } },
    source: first,
    execution_count: 1,
    outputs: [{ output_type: "error", ename: first, evalue: second, traceback: rest }],
  };
  const papermill = {
    exception: true,
    start_time: first,
    version: second,
    parameters: { [first]: second },
  };
  return notebookOf({ n: { data: 1 } }, { papermill, cells: [cell] });
}
