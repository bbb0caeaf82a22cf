import type { AnyEncoder, EditSession } from "@scrapbook/core";
import { editNotebook } from "@scrapbook/node-io";
import type { Terminal } from "../terminal.ts";
import { painter } from "../text/paint.ts";
import type { OptionDefinition } from "../verb.ts";
import { editDiff } from "./edit-diff.ts";
import { trustNote } from "./trust-note.ts";

/** Options of every command that changes notebooks. */
export interface ChangeOptions {
  readonly dryRun?: boolean;
  readonly trace?: boolean;
  readonly quiet?: boolean;
}

/** The same, as the command line has them. */
export const changeOptions: readonly OptionDefinition[] = [
  { flags: "--dry-run", help: "show what would change, and change nothing" },
  { flags: "--no-trace", help: "leave no note of the change in the notebook's metadata" },
  { flags: "-q, --quiet", help: "say nothing where all went well" },
];

/** What a change needs besides. */
export interface Attempt {
  /** Encoders of the values that are set: loading one costs, so only where it is needed. */
  readonly encoders?: readonly AnyEncoder[] | undefined;
  /** Whether NaN and the infinities are written as Python writes them; else they are refused. */
  readonly allowNan?: boolean | undefined;
  /** The version that was read before, where a person had time to think. */
  readonly expect?: string | undefined;
}

/** What became of a notebook. */
export interface Changed {
  readonly isChanged: boolean;
}

/** Ends a session without writing. */
const dryRun = Symbol("dry run");

/**
 * Changes one notebook: atomically, and never over what somebody else wrote meanwhile. With
 * `dryRun` it shows the change instead.
 */
export async function changeOne(
  path: string,
  change: (session: EditSession) => void,
  options: ChangeOptions,
  terminal: Terminal,
  { encoders, allowNan = false, expect }: Attempt = {},
): Promise<Changed> {
  const { trace = true } = options;
  let diff = "";
  try {
    const { isChanged } = await editNotebook(
      path,
      (session) => {
        change(session);
        if (options.dryRun !== true) return;
        diff = editDiff(path, session, painter(terminal.colours));
        throw dryRun;
      },
      {
        ...{ encoders, trace, expect, signal: terminal.signal },
        // What would change is shown beside what is there.
        ...(options.dryRun === true && { inPiecesFrom: Number.POSITIVE_INFINITY }),
        // A bad payload elsewhere in the notebook is no reason to change nothing.
        strict: false,
        nonFinite: allowNan ? "literal" : "error",
      },
    );
    if (isChanged) trustNote(path, options, terminal);
    return { isChanged };
  } catch (thrown) {
    if (thrown !== dryRun) throw thrown;
    await terminal.out(diff);
    return { isChanged: diff !== "" };
  }
}
