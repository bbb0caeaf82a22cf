import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { type Notebook, type Problem, positionOf } from "@scrapbook/core";
import { streamNotebooks } from "@scrapbook/node-io";
import { userEncoders } from "../encoders.ts";
import { startProgress } from "../progress.ts";
import type { Terminal } from "../terminal.ts";
import type { FoundProblem } from "./found-problem.ts";

/** A notebook that was checked. */
export interface Checked {
  readonly file: string;
  readonly problems: readonly FoundProblem[];
  /** Whether it is a notebook at all. */
  readonly isRead: boolean;
}

interface FindOptions {
  readonly recursive?: boolean;
  readonly hidden?: boolean;
  readonly encoderModule?: readonly string[];
  readonly decode?: boolean;
}

/** Reads notebooks and tells what is wrong with each. */
export async function* findProblems(
  paths: readonly string[],
  { recursive, hidden, encoderModule = [], decode = false }: FindOptions,
  terminal: Terminal,
): AsyncGenerator<Checked> {
  const encoders = await userEncoders(encoderModule, terminal);
  let warnings: Problem[] = [];
  const entries = streamNotebooks([...paths], {
    strict: false,
    recursive,
    hidden,
    encoders,
    onError: "collect",
    // A warning comes while its notebook's scraps are read, here and not before.
    onWarning: (warning) => void warnings.push(warning),
    concurrency: 1,
    signal: terminal.signal,
  });
  for await (const [key, notebook, error] of watched(entries, terminal)) {
    const file = notebook?.source ?? error?.source ?? key;
    const errors: readonly Problem[] =
      notebook === undefined
        ? [error as Problem]
        : [...notebook.problems, ...decoded(notebook, decode)];
    const told = [
      ...errors.map((problem) => ({ problem, level: "error" as const })),
      ...warnings.map((problem) => ({ problem, level: "warning" as const })),
    ];
    warnings = [];
    const bytes = told.length === 0 ? undefined : await bytesOf(file, terminal);
    yield {
      file,
      isRead: notebook !== undefined,
      problems: told.map(({ problem, level }) => located(problem, level, file, bytes)),
    };
  }
}

/** The same entries, with a line on stderr that counts them. */
async function* watched<T>(entries: AsyncIterable<T>, terminal: Terminal): AsyncGenerator<T> {
  const progress = startProgress(terminal);
  let read = 0;
  try {
    for await (const entry of entries) {
      progress.step(++read);
      yield entry;
    }
  } finally {
    progress.end();
  }
}

/** What is wrong with values that only decoding finds. */
function decoded({ scraps }: Notebook, isAsked: boolean): Problem[] {
  if (!isAsked) return [];
  return [...scraps.values()].flatMap((scrap) => {
    const result = scrap.tryData();
    return result.ok ? [] : [result.error];
  });
}

function located(
  { code, message, path, offset }: Problem,
  level: FoundProblem["level"],
  file: string,
  bytes: Uint8Array | undefined,
): FoundProblem {
  const position =
    bytes === undefined || offset === undefined ? undefined : positionOf(bytes, offset);
  return { file, code, level, message, path, line: position?.line, column: position?.column };
}

/** A file's bytes, for lines and columns; of other places these are not told. */
async function bytesOf(file: string, { cwd }: Terminal): Promise<Uint8Array | undefined> {
  return readFile(resolve(cwd, file)).catch(() => undefined);
}
