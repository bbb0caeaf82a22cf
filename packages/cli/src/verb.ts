import type { ExitCode } from "./exit-code.ts";
import type { Terminal } from "./terminal.ts";

/** One command of the command line. Its module is loaded when it is called. */
export interface Verb<Options = Record<string, unknown>> {
  /** Arguments as commander writes them: `<path...>`, `<name>`, `[new]`. */
  readonly arguments: readonly Argument[];
  readonly options: readonly OptionDefinition[];
  /** What it does, in a few sentences, below the summary. */
  readonly description: string;
  readonly examples: readonly Example[];
  run(call: Call<Options>): Promise<ExitCode>;
}

export interface Argument {
  readonly name: string;
  readonly help: string;
}

export interface OptionDefinition {
  /** As commander writes it: `-o, --output <file>`. */
  readonly flags: string;
  readonly help: string;
  readonly choices?: readonly string[] | undefined;
  readonly default?: unknown;
  /** Turns the text into a value; throws a `usage-argument` where it is none. */
  readonly parse?: ((text: string) => unknown) | undefined;
  /** Whether it may be given more than once: its value is a list. */
  readonly many?: boolean | undefined;
}

/** A command line, without `scrapbook` in front, and what it is for. */
export interface Example {
  readonly line: string;
  readonly help: string;
}

/** What a verb is called with. */
export interface Call<Options = Record<string, unknown>> {
  readonly args: readonly string[];
  readonly options: Options;
  readonly terminal: Terminal;
}

/** Keeps a verb's option types. */
export function defineVerb<Options>(verb: Verb<Options>): Verb {
  return verb as unknown as Verb;
}
