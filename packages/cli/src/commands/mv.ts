import { type ChangeOptions, changeOne, changeOptions } from "../change/change-one.ts";
import { exitCode } from "../exit-code.ts";
import { type Call, defineVerb, type Verb } from "../verb.ts";

interface MvOptions extends ChangeOptions {
  readonly force?: boolean;
}

/** Renames a scrap. */
export const mv: Verb = defineVerb<MvOptions>({
  arguments: [
    { name: "<notebook>", help: "a file, or the address of one" },
    { name: "<name>", help: "the scrap's name" },
    { name: "<new>", help: "its new name" },
  ],
  options: [
    { flags: "-f, --force", help: "replace a scrap that has the new name" },
    ...changeOptions,
  ],
  description: "Payloads, displays and their metadata get the new name; the scrap keeps its place.",
  examples: [{ line: "mv AAA.ipynb dist distance", help: "rename a scrap" }],
  run,
});

async function run({ args, options, terminal }: Call<MvOptions>) {
  const [path = "", from = "", to = ""] = args;
  const overwrite = options.force === true;
  await changeOne(
    path,
    (session) => void session.rename(from, to, { overwrite }),
    options,
    terminal,
  );
  return exitCode.fine;
}
