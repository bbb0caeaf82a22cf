import { pathToFileURL } from "node:url";
import { visible } from "../text/visible.ts";
import { version } from "../version.ts";
import type { FoundProblem } from "./found-problem.ts";

/** SARIF 2.1.0, for code scanning. */
export function sarifText(found: readonly FoundProblem[]): string {
  const rules = [...new Set(found.map(({ code }) => code))];
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "scrapbook",
            version: version(),
            rules: rules.map((id) => ({ id })),
          },
        },
        columnKind: "unicodeCodePoints",
        results: found.map((problem) => result(problem, rules)),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function result(
  { file, code, level, message, line, column, path }: FoundProblem,
  rules: readonly string[],
) {
  const region =
    line === undefined ? {} : { region: { startLine: line, startColumn: column ?? 1 } };
  return {
    ruleId: code,
    ruleIndex: rules.indexOf(code),
    level,
    message: { text: visible(message) },
    locations: [
      {
        physicalLocation: { artifactLocation: { uri: uriOf(file) }, ...region },
        logicalLocations: [{ fullyQualifiedName: visible(path) }],
      },
    ],
  };
}

/** A relative reference for a relative path, so that results fit the repository they are found in. */
function uriOf(file: string): string {
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(file)) return encodeURI(file);
  if (file.startsWith("/")) return pathToFileURL(file).href;
  return file.split(/[\\/]/).map(encodeURIComponent).join("/");
}
