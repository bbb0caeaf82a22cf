import {
  type AnyEncoder,
  type Notebook,
  type ReadOptions,
  Scrapbook,
  type ScrapbookError,
} from "@scrapbook/core";
import { streamNotebooks } from "@scrapbook/node-io";
import { userEncoders } from "./encoders.ts";
import { type ExitCode, exitCode } from "./exit-code.ts";
import { failureLine } from "./failure.ts";
import { startProgress } from "./progress.ts";
import type { Terminal } from "./terminal.ts";
import type { OptionDefinition } from "./verb.ts";

/** Options of every command that reads many notebooks. */
export interface ReadingOptions {
  readonly recursive?: boolean;
  readonly hidden?: boolean;
  readonly strict?: boolean;
  readonly merge?: ReadOptions["merge"];
  readonly encoderModule?: readonly string[];
}

/** Which notebooks, as the command line has it. */
export const walkOptions: readonly OptionDefinition[] = [
  { flags: "-r, --recursive", help: "go below the folders of a folder" },
  { flags: "--hidden", help: "enter folders whose names begin with a dot" },
  { flags: "--strict", help: "stop at the first notebook that cannot be read" },
];

/** All of them. */
export const readingOptions: readonly OptionDefinition[] = [
  ...walkOptions,
  {
    flags: "--merge <mode>",
    help: "how a display is merged with its data; `reference` as Python does",
    choices: ["complete", "reference"],
  },
  {
    flags: "--encoder-module <file>",
    help: "a module whose exports are encoders of your own",
    many: true,
  },
];

/** Notebooks as they are read, and in the end what became of those that could not be. */
export interface Reading {
  readonly notebooks: AsyncIterable<readonly [key: string, notebook: Notebook]>;
  /** What could not be read so far, by key. */
  readonly errors: ReadonlyMap<string, ScrapbookError>;
  /** Says how many could not be read, and gives the exit code of a command that did all else well. */
  finish(): ExitCode;
}

/** What a command, not its user, asks for. */
interface MoreOptions extends Pick<ReadOptions, "codeLines"> {
  /** Whether something is written for each notebook as it is read. Default `false`. */
  readonly isStreamed?: boolean;
}

/**
 * Reads what the command line names, one notebook after the other. A notebook that cannot be read is
 * told at once and passed over, unless `strict`.
 */
export async function openReading(
  paths: readonly string[],
  options: ReadingOptions,
  terminal: Terminal,
  { isStreamed = false, ...more }: MoreOptions = {},
): Promise<Reading> {
  const encoders: readonly AnyEncoder[] = await userEncoders(options.encoderModule ?? [], terminal);
  // Lines that a person sees as they come are progress enough, and it would stand in their way.
  const isSeen = isStreamed && terminal.isOutTerminal;
  const progress = startProgress({ ...terminal, isErrTerminal: terminal.isErrTerminal && !isSeen });
  let read = 0;
  const errors = new Map<string, ScrapbookError>();
  const tell = (key: string, error: ScrapbookError): void => {
    errors.set(key, error);
    progress.clear();
    terminal.err(`${failureLine(error)}\n`);
  };
  async function* notebooks(): AsyncGenerator<readonly [string, Notebook]> {
    const entries = streamNotebooks([...paths], {
      strict: options.strict === true,
      merge: options.merge,
      recursive: options.recursive,
      hidden: options.hidden,
      encoders,
      onError: "collect",
      signal: terminal.signal,
      ...more,
    });
    try {
      for await (const [key, notebook, error] of entries) {
        progress.step(++read);
        if (notebook !== undefined) yield [key, notebook];
        else if (options.strict === true) throw error;
        else tell(key, error);
      }
    } finally {
      progress.end();
    }
  }
  return {
    notebooks: notebooks(),
    errors,
    finish: () => {
      if (errors.size === 0) return exitCode.fine;
      terminal.err(`${errors.size} of ${read} could not be read\n`);
      return exitCode.unreadable;
    },
  };
}

/** Reads all that the command line names into one scrapbook, and what `finish` says of it. */
export async function readAll(
  paths: readonly string[],
  options: ReadingOptions,
  terminal: Terminal,
): Promise<{ readonly book: Scrapbook; finish(): ExitCode }> {
  const { notebooks, errors, finish } = await openReading(paths, options, terminal);
  const read: (readonly [string, Notebook])[] = [];
  for await (const entry of notebooks) read.push(entry);
  return { book: new Scrapbook(read, errors), finish };
}
