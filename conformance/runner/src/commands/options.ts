import { type ParseArgsConfig, parseArgs } from "node:util";
import { CannotRun } from "../cannot-run.ts";

/** Options by name, as `node:util`'s `parseArgs` takes them. */
export type OptionTable = NonNullable<ParseArgsConfig["options"]>;

/** Which suite, and which of its cases: the same words in each command that selects cases. */
export const selectionOptions: {
  readonly [option in "suite" | "filter"]: { readonly type: "string" };
} & {
  readonly [option in "case" | "group" | "level"]: {
    readonly type: "string";
    readonly multiple: true;
  };
} = {
  suite: { type: "string" },
  case: { type: "string", multiple: true },
  group: { type: "string", multiple: true },
  level: { type: "string", multiple: true },
  filter: { type: "string" },
};

/** Time limits of a harness. */
export const timeOptions: {
  readonly [option in "start-timeout-ms" | "case-timeout-ms"]: {
    readonly type: "string";
    readonly default: string;
  };
} = {
  "start-timeout-ms": { type: "string", default: "30000" },
  "case-timeout-ms": { type: "string", default: "10000" },
};

/** Splits `args` before its first word that is no option, or at `--`: a harness's command follows. */
export function splitCommand(
  args: readonly string[],
  options: OptionTable,
): { readonly own: readonly string[]; readonly command: readonly string[] } {
  const { tokens } = parseArgs({
    ...{ args: [...args], options, strict: false, allowPositionals: true, tokens: true },
  });
  const first = tokens.find(({ kind }) => kind === "positional" || kind === "option-terminator");
  if (first === undefined) return { own: args, command: [] };
  const after = first.kind === "option-terminator" ? first.index + 1 : first.index;
  return { own: args.slice(0, first.index), command: args.slice(after) };
}

/** `parseArgs`, its complaints as {@link CannotRun}. */
export function readOptions<T extends OptionTable>(
  args: readonly string[],
  options: T,
  allowPositionals = false,
): ReturnType<typeof parseArgs<{ options: T; allowPositionals: true; strict: true }>> {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: allowPositionals as true });
  } catch (error) {
    throw new CannotRun((error as Error).message);
  }
}

/** A time limit in milliseconds, from 1 to a day. */
export function readMilliseconds(name: string, text: string): number {
  const value = Number(text);
  if (!/^[0-9]+$/.test(text) || value < 1 || value > 86_400_000)
    throw new CannotRun(`--${name} needs a number of milliseconds from 1 to 86400000, got ${text}`);
  return value;
}
