import { lintSuite } from "../lint/lint-suite.ts";
import { locateSuite } from "../suite/locate.ts";
import { readOptions } from "./options.ts";

/** What `lint --help` says. */
export const lintUsage = `scrapbook-conformance lint [options]

Checks the case files: their schema, ids, descriptions, cited sections and codes, tags, and that the files they
read are there.

  --suite <folder>           another suite than the one inside this package

Exit code: 0 nothing is wrong, 1 something is, 2 could not run.`;

/** `scrapbook-conformance lint`; gives the exit code. */
export function lint(args: readonly string[]): number {
  const { values } = readOptions(args, { suite: { type: "string" } } as const);
  const files = lintSuite(locateSuite(values.suite));
  for (const { file, complaints } of files)
    for (const complaint of complaints) console.log(`cases/${file}: ${complaint}`);
  const wrong = files.filter(({ complaints }) => complaints.length > 0).length;
  console.log(`${files.length - wrong} passed, ${wrong} failed`);
  return wrong > 0 ? 1 : 0;
}
