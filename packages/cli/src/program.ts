import { Argument, Command, InvalidArgumentError, Option } from "commander";
import type { ExitCode } from "./exit-code.ts";
import type { Terminal } from "./terminal.ts";
import type { Example, OptionDefinition, Verb } from "./verb.ts";
import { type ListedVerb, verbs } from "./verbs.ts";
import { version } from "./version.ts";

/**
 * The command line's grammar.
 *
 * @param called the verb that the command line names: only its module is loaded. Default: all.
 * @param onExit takes the exit code of the verb that ran.
 */
export async function createProgram(
  terminal: Terminal,
  onExit: (code: ExitCode) => void,
  called?: string,
): Promise<Command> {
  const program = new Command("scrapbook")
    .description("See, take and change the scraps of Jupyter notebooks.")
    .version(version(), "-V, --version", "print the version")
    .helpOption("-h, --help", "show help; `scrapbook help ls` shows that of a command")
    .showSuggestionAfterError(true)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void terminal.out(text),
      writeErr: (text) => terminal.err(text),
      getOutHelpWidth: () => Math.min(terminal.width, 100),
      getErrHelpWidth: () => Math.min(terminal.width, 100),
    })
    .configureHelp({ minWidthToWrap: 20 })
    .addHelpText("after", `\n${exitCodeHelp}`);
  for (const listed of verbs) {
    const isCalled =
      called === undefined || [listed.name, ...(listed.aliases ?? [])].includes(called);
    addVerb(program, listed, isCalled ? await listed.load() : undefined, terminal, onExit);
  }
  return program;
}

const exitCodeHelp = `Exit codes:
  0  all is well
  1  something was found, differs or failed a check
  2  the command line is wrong
  3  some notebooks could not be read`;

function addVerb(
  program: Command,
  { name, aliases = [], summary }: ListedVerb,
  verb: Verb | undefined,
  terminal: Terminal,
  onExit: (code: ExitCode) => void,
): void {
  const command = program
    .command(name)
    .summary(summary)
    .aliases([...aliases]);
  if (verb === undefined) return;
  command.description(`${sentence(summary)} ${verb.description}`);
  for (const { name, help } of verb.arguments) command.addArgument(new Argument(name, help));
  for (const definition of verb.options) command.addOption(optionOf(definition));
  command.addHelpText("after", examplesHelp(verb.examples));
  command.action(async () => {
    const args = command.processedArgs.flat() as string[];
    onExit(await verb.run({ args, options: command.opts(), terminal }));
  });
}

function optionOf({ flags, help, choices, default: value, parse, many }: OptionDefinition): Option {
  const option = new Option(flags, help);
  if (value !== undefined) option.default(value);
  if (choices !== undefined) option.choices([...choices]);
  else if (parse !== undefined || many === true) {
    option.argParser((text: string, earlier: unknown) => {
      const parsed = readOption(text, parse);
      return many === true ? [...((earlier ?? []) as unknown[]), parsed] : parsed;
    });
  }
  return option;
}

function readOption(text: string, parse: ((text: string) => unknown) | undefined): unknown {
  try {
    return parse === undefined ? text : parse(text);
  } catch (error) {
    throw new InvalidArgumentError((error as Error).message);
  }
}

function examplesHelp(examples: readonly Example[]): string {
  const lines = examples.map(({ line, help }) => `  scrapbook ${line}\n      ${help}`);
  return `\nExamples:\n${lines.join("\n")}`;
}

const sentence = (summary: string) => `${summary[0]?.toUpperCase()}${summary.slice(1)}.`;
