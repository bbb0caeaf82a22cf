import { type ExitCode, exitCode } from "../exit-code.ts";
import { findProblems } from "../problems/find-problems.ts";
import type { FoundProblem } from "../problems/found-problem.ts";
import { githubText } from "../problems/github.ts";
import { problemsJson } from "../problems/json.ts";
import { junitText } from "../problems/junit.ts";
import { sarifText } from "../problems/sarif.ts";
import { problemsText } from "../problems/text.ts";
import type { ReadingOptions } from "../reading.ts";
import { type Call, defineVerb, type Verb } from "../verb.ts";

const formats = ["text", "json", "github", "sarif", "junit"] as const;

interface ValidateOptions extends Pick<ReadingOptions, "recursive" | "hidden" | "encoderModule"> {
  readonly format?: (typeof formats)[number];
  readonly decode?: boolean;
}

/** Checks notebooks against the protocol. */
export const validate: Verb = defineVerb<ValidateOptions>({
  arguments: [
    { name: "<path...>", help: "files, folders, globs, addresses, or - for standard input" },
  ],
  options: [
    {
      flags: "-f, --format <format>",
      help: "github annotates a pull request; sarif and junit are for tools. Default: github in a GitHub workflow, else text",
      choices: formats,
    },
    { flags: "--decode", help: "decode every value too, not only check its payload" },
    { flags: "-r, --recursive", help: "go below the folders of a folder" },
    { flags: "--hidden", help: "enter folders whose names begin with a dot" },
    {
      flags: "--encoder-module <file>",
      help: "a module whose exports are encoders of your own",
      many: true,
    },
  ],
  description:
    "Every problem with its code, line and column: files that are no notebooks, payloads that break the protocol, metadata that cannot be right.",
  examples: [
    { line: "validate out -r", help: "check a folder" },
    { line: "validate out -r --format sarif > scrapbook.sarif", help: "for code scanning" },
  ],
  run,
});

async function run({ args, options, terminal }: Call<ValidateOptions>): Promise<ExitCode> {
  const found: FoundProblem[] = [];
  const files: string[] = [];
  let isUnreadable = false;
  for await (const { file, problems, isRead } of findProblems(args, options, terminal)) {
    files.push(file);
    for (const problem of problems) found.push(problem);
    if (!isRead) isUnreadable = true;
  }
  const inWorkflow = terminal.env.GITHUB_ACTIONS === "true";
  const format = options.format ?? (inWorkflow ? "github" : "text");
  await terminal.out(render(format, found, files));
  if (isUnreadable) return exitCode.unreadable;
  return found.some(({ level }) => level === "error") ? exitCode.found : exitCode.fine;
}

function render(
  format: (typeof formats)[number],
  found: readonly FoundProblem[],
  files: readonly string[],
): string {
  switch (format) {
    case "json":
      return problemsJson(found);
    case "github":
      return githubText(found);
    case "sarif":
      return sarifText(found);
    case "junit":
      return junitText(found, files);
    default:
      return problemsText(found, files.length);
  }
}
