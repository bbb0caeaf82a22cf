import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isScrapbookError, parseJson, RawJson, type Scrap, ScrapbookError } from "@scrapbook/core";
import { type ChangeOptions, changeOne, changeOptions } from "../change/change-one.ts";
import { runEditor } from "../change/editor.ts";
import { exitCode } from "../exit-code.ts";
import { readOne } from "../read-one.ts";
import { scrapJson } from "../scrap/scrap-json.ts";
import type { Terminal } from "../terminal.ts";
import { visible } from "../text/visible.ts";
import { type Call, defineVerb, type Verb } from "../verb.ts";

/** Opens a scrap in the user's editor. */
export const edit: Verb = defineVerb<ChangeOptions>({
  arguments: [
    { name: "<notebook>", help: "a file, or the address of one" },
    { name: "<name>", help: "the scrap's name" },
  ],
  options: [...changeOptions],
  description:
    "It opens in $VISUAL or $EDITOR: JSON as JSON, text as text, a DataFrame as CSV, its index first. What you save is checked and written back. If somebody else wrote the notebook meanwhile, nothing is overwritten and what you typed is kept.",
  examples: [
    { line: "edit AAA.ipynb message", help: "change a text" },
    { line: "edit AAA.ipynb prices", help: "change a DataFrame, as CSV" },
  ],
  run,
});

async function run({ args, options, terminal }: Call<ChangeOptions>) {
  const [path = "", name = ""] = args;
  const notebook = await readOne(path, {}, terminal, name);
  const scrap = notebook.scraps.get(name);
  if (scrap === undefined) {
    notebook.value(name); // Throws, naming near names.
    return exitCode.found;
  }
  const { extension, text } = await readable(scrap);
  // A folder of our own that nobody else may enter: no other program can guess or swap the file.
  const folder = await mkdtemp(join(tmpdir(), "scrapbook-edit-"));
  const file = join(folder, `${safe(name)}${extension}`);
  let isDone = false;
  try {
    await writeFile(file, text, { mode: 0o600, flag: "wx" });
    await runEditor(file, terminal);
    const typed = await readFile(file, "utf8");
    if (typed === text) terminal.err("unchanged: nothing was written\n");
    else await writeBack(path, scrap, extension, typed, options, terminal, notebook.version);
    isDone = true;
    return exitCode.fine;
  } catch (error) {
    if (isScrapbookError(error)) terminal.err(`what you typed is kept in ${file}\n`);
    throw error;
  } finally {
    if (isDone) await rm(folder, { recursive: true, force: true });
  }
}

/** A scrap's value as a text that a person can change. */
async function readable(scrap: Scrap): Promise<{ extension: string; text: string }> {
  if (!scrap.hasData) {
    throw new ScrapbookError("usage-argument", {
      what: `The scrap ${JSON.stringify(scrap.name.slice(0, 80))} is only shown, and has no value to edit`,
      hint: "Replace its picture with scrapbook set --file.",
    });
  }
  if (scrap.encoder === "pandas") {
    const { csvOfFrame } = await import("../scrap/csv-of-frame.ts");
    return { extension: ".csv", text: csvOfFrame(await frameOf(scrap)) };
  }
  if (typeof scrap.data === "string") return { extension: ".txt", text: scrap.data };
  return { extension: ".json", text: `${scrapJson(scrap)}\n` };
}

async function writeBack(
  path: string,
  scrap: Scrap,
  extension: string,
  typed: string,
  options: ChangeOptions,
  terminal: Terminal,
  expect: string | undefined,
): Promise<void> {
  const { encoder, name } = scrap;
  const isFrame = extension === ".csv";
  const value = isFrame
    ? await readFrame(scrap, typed, options, terminal)
    : readTyped(extension, typed);
  const encoders = isFrame ? [(await import("@scrapbook/encoders-pandas")).pandas()] : [];
  await changeOne(
    path,
    (session) => void session.set(name, value, { encoder, display: "drop" }),
    options,
    terminal,
    { encoders, expect },
  );
}

const frameOf = async (scrap: Scrap) =>
  scrap.as((await import("@scrapbook/encoders-pandas")).pandas);

async function readFrame(
  scrap: Scrap,
  typed: string,
  { quiet }: ChangeOptions,
  terminal: Terminal,
): Promise<unknown> {
  const { frameLike } = await import("../scrap/frame-like.ts");
  const { frame, notes } = frameLike(await frameOf(scrap), Buffer.from(typed), {
    needsIndex: true,
  });
  if (quiet !== true) for (const note of notes) terminal.err(`${visible(note)}\n`);
  return frame;
}

function readTyped(extension: string, typed: string): unknown {
  if (extension === ".txt") return typed;
  parseJson(typed); // Throws, with line and column, for what is not JSON.
  return new RawJson(typed.trim());
}

/** A file name that no name of a scrap can lead astray. */
const safe = (name: string) => name.replace(/[^\w-]+/g, "_").slice(0, 80) || "scrap";
