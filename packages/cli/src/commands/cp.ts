import { type ChangeOptions, changeOne, changeOptions } from "../change/change-one.ts";
import { exitCode } from "../exit-code.ts";
import { readOne } from "../read-one.ts";
import { type Call, defineVerb, type Verb } from "../verb.ts";

interface CpOptions extends ChangeOptions {
  readonly force?: boolean;
}

/** Copies a scrap from one notebook into another. */
export const cp: Verb = defineVerb<CpOptions>({
  arguments: [
    { name: "<from>", help: "the notebook that has the scrap" },
    { name: "<name>", help: "the scrap's name" },
    { name: "<to>", help: "the notebook that gets it" },
    { name: "[new]", help: "the copy's name. Default: the same" },
  ],
  options: [{ flags: "-f, --force", help: "replace a scrap that has the name" }, ...changeOptions],
  description:
    "What is stored is copied as it is, with its display: nothing is decoded, so no encoder is needed.",
  examples: [{ line: "cp AAA.ipynb chart summary.ipynb aaa_chart", help: "copy a chart" }],
  run,
});

async function run({ args, options, terminal }: Call<CpOptions>) {
  const [from = "", name = "", to = "", as] = args;
  const source = await readOne(from, {}, terminal);
  const copy = { from: source, name, as, overwrite: options.force === true };
  await changeOne(to, (session) => void session.copy(copy), options, terminal);
  return exitCode.fine;
}
