import { type EditSession, isScrapbookError } from "@scrapbook/core";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { failureLine } from "../failure.ts";
import type { Terminal } from "../terminal.ts";
import { counted } from "../text/counted.ts";
import type { OptionDefinition } from "../verb.ts";
import { mayGoOn } from "./ask.ts";
import { type ChangeOptions, changeOne } from "./change-one.ts";

/** Options of every command that may change several notebooks. */
export interface EachOptions extends ChangeOptions {
  readonly yes?: boolean;
  readonly strict?: boolean;
}

/** What asks nothing, as the command line has it. */
export const yesOption: OptionDefinition = {
  flags: "-y, --yes",
  help: "do not ask before more than one notebook is changed",
};

/** What became of the notebooks. */
export interface ChangedEach {
  readonly scraps: number;
  readonly notebooks: number;
  readonly code: ExitCode;
}

/**
 * Makes the same change in each of some notebooks, after asking where there are several. One that
 * cannot be changed is told, and the others are changed, unless `strict`.
 *
 * @param paths locations, each once.
 * @param change makes it in one notebook, and gives how many scraps it changed.
 */
export async function changeEach(
  paths: readonly string[],
  change: (session: EditSession, path: string) => number,
  options: EachOptions,
  terminal: Terminal,
): Promise<ChangedEach> {
  if (paths.length > 1 && options.dryRun !== true) {
    const question = `${counted(paths.length, "notebook")} will be changed. Go on?`;
    if (!(await mayGoOn(question, options.yes, terminal))) {
      return { scraps: 0, notebooks: 0, code: exitCode.found };
    }
  }
  let scraps = 0;
  let notebooks = 0;
  let code: ExitCode = exitCode.fine;
  for (const path of paths) {
    try {
      let count = 0;
      const make = (session: EditSession): void => {
        count = change(session, path);
      };
      const { isChanged } = await changeOne(path, make, options, terminal);
      if (isChanged) notebooks++;
      scraps += count;
    } catch (error) {
      const mustStop = options.strict === true || paths.length === 1 || terminal.signal.aborted;
      if (mustStop || !isScrapbookError(error)) throw error;
      terminal.err(`${failureLine(error)}\n`);
      code = exitCode.unreadable;
    }
  }
  return { scraps, notebooks, code };
}
