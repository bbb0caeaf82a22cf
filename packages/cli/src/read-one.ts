import type { Notebook, ReadOptions } from "@scrapbook/core";
import { readNotebook } from "@scrapbook/node-io";
import { userEncoders } from "./encoders.ts";
import type { Terminal } from "./terminal.ts";
import type { OptionDefinition } from "./verb.ts";

/** Options of every command that reads one notebook. */
export interface OneNotebookOptions {
  readonly merge?: ReadOptions["merge"];
  readonly encoderModule?: readonly string[];
}

/** The same, as the command line has them. */
export const oneNotebookOptions: readonly OptionDefinition[] = [
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

/** Encoders that are always at hand. */
const builtIn: ReadonlySet<string> = new Set(["json", "text", "display"]);

/**
 * Reads one notebook. A bad scrap hides no good one.
 *
 * @param name the scrap that is wanted: where core decodes it alone, no other encoder is loaded.
 */
export async function readOne(
  path: string,
  { merge, encoderModule = [] }: OneNotebookOptions,
  terminal: Terminal,
  name?: string,
): Promise<Notebook> {
  const options = { strict: false, merge, signal: terminal.signal };
  // Standard input can be read only once.
  if (name !== undefined && path !== "-" && encoderModule.length === 0) {
    const notebook = await readNotebook(path, options);
    if (builtIn.has(notebook.scraps.get(name)?.encoder ?? "json")) return notebook;
  }
  const encoders = await userEncoders(encoderModule, terminal);
  return readNotebook(path, { ...options, encoders });
}
