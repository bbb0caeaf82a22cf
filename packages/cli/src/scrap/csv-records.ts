import { ScrapbookError } from "@scrapbook/core";
import { parse } from "csv-parse/sync";

/** A CSV file's lines, each a list of texts. The first has the names of the columns. */
export interface CsvRecords {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** @throws `usage-argument` for what is no CSV. */
export function csvRecords(bytes: Uint8Array): CsvRecords {
  try {
    const [head = [], ...rows]: string[][] = parse(Buffer.from(bytes), {
      bom: true,
      skip_empty_lines: true,
    });
    return { head, rows };
  } catch (error) {
    throw badCsv(error instanceof Error ? error.message.slice(0, 160) : "something else");
  }
}

/** @throws `usage-argument` for two columns of one name: which is meant cannot be told. */
export function checkNames(names: readonly string[]): void {
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  if (repeated !== undefined) {
    throw badCsv(`two columns named ${JSON.stringify(repeated.slice(0, 80))}`);
  }
}

const badCsv = (got: string) =>
  new ScrapbookError("usage-argument", {
    what: "The CSV cannot be read",
    got,
    expected: "a header and rows",
  });
