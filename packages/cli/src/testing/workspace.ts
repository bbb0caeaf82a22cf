import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type FakeTerminal, type Outcome, runIn } from "./fake-terminal.ts";

const examples = new URL("../../../../examples/tickers/", import.meta.url);

/** A command line and what is to come of it. */
export interface Line {
  readonly title: string;
  readonly args: readonly string[];
  /** Default 0. */
  readonly code?: number;
  readonly out?: string | RegExp;
  readonly err?: string | RegExp;
}

/** A folder of its own for each test of a file: some notebooks, `tickers/` of all twelve, `broken/`. */
export interface Workspace {
  readonly cwd: string;
  at(name: string): string;
  read(name: string): string;
  /** Runs a command line. Notebooks and folders of notebooks are meant as they lie in the folder. */
  run(...args: string[]): Promise<Outcome>;
  runAs(terminal: Omit<FakeTerminal, "cwd">, ...args: string[]): Promise<Outcome>;
  /** A test for each line. */
  check(lines: readonly Line[]): void;
}

/** Call it at the top of a test file. */
export function workspace(): Workspace {
  let cwd = "";
  beforeEach(() => {
    cwd = mkdtempSync(join(tmpdir(), "scrapbook-cli-"));
    copyExamples(cwd);
  });
  afterEach(() => rmSync(cwd, { recursive: true, force: true }));

  const at = (name: string) => join(cwd, name);
  const isOurs = (arg: string) => arg.endsWith(".ipynb") || ["tickers", "broken"].includes(arg);
  const runAs: Workspace["runAs"] = (terminal, ...args) =>
    runIn({ ...terminal, cwd }, ...args.map((arg) => (isOurs(arg) ? at(arg) : arg)));
  const run = (...args: string[]) => runAs({}, ...args);
  return {
    get cwd() {
      return cwd;
    },
    at,
    read: (name) => readFileSync(at(name), "utf8"),
    run,
    runAs,
    check: (lines) => {
      test.each(lines)("$title", async ({ args, code = 0, out, err }) => {
        const outcome = await run(...args);
        matches(outcome.out, out);
        matches(outcome.err, err);
        expect(outcome.code).toBe(code);
        expect(outcome.err).not.toMatch(/\n\s+at /);
      });
    },
  };
}

/** The notebooks that tests work on. */
export function copyExamples(folder: string): void {
  cpSync(new URL("notebooks/AAA.ipynb", examples), join(folder, "AAA.ipynb"));
  cpSync(new URL("notebooks/ABC.ipynb", examples), join(folder, "ABC.ipynb"));
  cpSync(new URL("notebooks", examples), join(folder, "tickers"), { recursive: true });
  cpSync(new URL("broken", examples), join(folder, "broken"), { recursive: true });
}

function matches(text: string, expected: string | RegExp | undefined): void {
  if (expected instanceof RegExp) expect(text).toMatch(expected);
  else if (expected !== undefined) expect(text).toBe(expected);
}
