import { textOutput } from "../encode/missing-scrap.ts";
import type { Output } from "../encode/output.ts";
import {
  aBoolean,
  checkOptions,
  type OptionRule,
  type OptionRules,
} from "../error/check-options.ts";
import { ScrapbookError } from "../error/error.ts";
import { nearNames, orList } from "../error/near-names.ts";
import type { Notebook } from "../notebook/notebook.ts";
import { reglueOutputs } from "../scrap/reglue-outputs.ts";
import { shortText } from "../scrap/short-text.ts";

/** Options of {@link reportOutputs}. Names and keys may be one text or several. */
export interface ReportOutputsOptions {
  /** Names of scraps, in the order in which they are shown. Default: those with a display. */
  readonly scrapNames?: string | readonly string[] | undefined;
  /** Keys of notebooks, in the order in which they are shown. Default: all. */
  readonly notebookNames?: string | readonly string[] | undefined;
  /** Whether scraps that have data and no display are shown too, as a short text. Default `false`. */
  readonly includeData?: boolean | undefined;
  /** Whether notebooks and scraps are headed by their names. Default `true`. */
  readonly headers?: boolean | undefined;
}

const oneOrMore: OptionRule = {
  expected: "a text, or a list of texts",
  fits: (value) => [value].flat().every((name) => typeof name === "string"),
};

/** What the options of {@link reportOutputs} may be. */
export const reportRules: OptionRules = {
  scrapNames: oneOrMore,
  notebookNames: oneOrMore,
  includeData: aBoolean,
  headers: aBoolean,
};

/**
 * The outputs of Python's `scraps_report`: each notebook's displays under its key. Pure. SPEC §14.4.
 *
 * @throws `usage-argument` for a key that the scrapbook lacks; what `notebook.scraps` throws.
 */
export function reportOutputs(
  book: ReadonlyMap<string, Notebook>,
  options: ReportOutputsOptions = {},
): Output[] {
  checkOptions("reportOutputs", options, reportRules);
  const { scrapNames, notebookNames, includeData = false, headers = true } = options;
  const names = listOf(scrapNames);
  const chosen = notebooksOf(book, listOf(notebookNames) ?? [...book.keys()]);
  const headed = (heading: string, outputs: readonly Output[]): readonly Output[] =>
    headers ? [headingOutput(heading), ...outputs] : outputs;
  return chosen.flatMap(([key, { scraps }], index) => {
    const shown = (names ?? [...scraps.display.keys()]).flatMap((name) =>
      headed(
        `#### ${name}`,
        reglueOutputs(scraps, name, { unattached: true, raiseOnMissing: false }),
      ),
    );
    const data = [...(includeData ? scraps.data.values() : [])]
      .filter((scrap) => scrap.display === undefined && (names?.includes(scrap.name) ?? true))
      .flatMap((scrap) => {
        const text = shortText(scrap);
        return headed(`#### ${scrap.name}`, [
          textOutput(headers ? text : `${scrap.name}: ${text}`),
        ]);
      });
    const outputs = headed(`### ${key}`, [...shown, ...data]);
    return index > 0 ? headed("<hr>", outputs) : outputs;
  });
}

function notebooksOf(
  book: ReadonlyMap<string, Notebook>,
  keys: readonly string[],
): (readonly [string, Notebook])[] {
  return keys.map((key) => {
    const notebook = book.get(key);
    if (notebook !== undefined) return [key, notebook];
    const near = nearNames(key, [...book.keys()]);
    throw new ScrapbookError("usage-argument", {
      what: `No notebook of the scrapbook has the key ${JSON.stringify(key)}`,
      expected: near.length > 0 ? orList(near) : undefined,
    });
  });
}

/** One text or several, each once. */
function listOf(names: string | readonly string[] | undefined): readonly string[] | undefined {
  if (names === undefined) return undefined;
  return typeof names === "string" ? [names] : [...new Set(names)];
}

function headingOutput(markdown: string): Output {
  return { output_type: "display_data", data: { "text/markdown": markdown }, metadata: {} };
}
