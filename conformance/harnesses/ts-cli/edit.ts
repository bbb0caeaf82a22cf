import { copyFile, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseJson, stringifyJson } from "@scrapbook/core";
import type { Change } from "../ts-core/edit.ts";
import type { Operation } from "../ts-core/loop.ts";
import { tag, tagBytes } from "../ts-core/tag.ts";
import { untag, untagText } from "../ts-core/untag.ts";
import { type Outcome, scrapbook } from "./command.ts";
import { scrapsOf } from "./read.ts";
import { cannot, refusalOf } from "./refusal.ts";

/** `edit`: a command for each change, on a copy of the file. */
export const edit: Operation = async (request) => {
  if (request.nonFinite !== undefined) throw cannot("set writes what it is given");
  if (request.options !== undefined) throw cannot("commands that write have no such options");
  const folder = await mkdtemp(join(tmpdir(), "scrapbook-conformance-"));
  try {
    const files = new Map<string, string>();
    for (const [index, { key, path }] of request.files.entries()) {
      const file = join(folder, `${index}.ipynb`);
      await copyFile(path, file);
      files.set(key, file);
    }
    const [file = ""] = files.values();
    for (const change of request.changes as readonly Change[]) {
      const outcome = await make(change, file, files);
      if (outcome.code !== 0) throw refusalOf(outcome);
    }
    const bytes = await readFile(file);
    return { bytes: tagBytes(bytes), parsed: tag(parseJson(bytes)), ...(await scrapsOf(file, [])) };
  } finally {
    await rm(folder, { recursive: true });
  }
};

const quietly = ["--no-trace", "--quiet"];

function make(change: Change, file: string, files: ReadonlyMap<string, string>): Promise<Outcome> {
  const { set, remove, rename, copy, overwrite } = change;
  const force = overwrite === true || copy?.overwrite === true ? ["--force"] : [];
  if (set !== undefined) return setValue(file, set);
  if (remove !== undefined) {
    // A pattern that only this name fits.
    const name = untagText(remove).replace(/[\\*?]/g, "\\$&");
    return scrapbook("rm", file, `--name=${name}`, ...quietly);
  }
  if (rename !== undefined) {
    return scrapbook("mv", ...quietly, ...force, "--", file, ...rename.map(untagText));
  }
  if (copy === undefined) throw cannot("there is no such change");
  const as = copy.as === undefined ? [] : [untagText(copy.as)];
  const from = files.get(copy.from) ?? "";
  return scrapbook("cp", ...quietly, ...force, "--", from, untagText(copy.name), file, ...as);
}

function setValue(file: string, set: NonNullable<Change["set"]>): Promise<Outcome> {
  const { name, value, encoder, display, ...more } = set;
  if (encoder !== undefined || Object.keys(more).length > 0)
    throw cannot("set chooses the encoder, and always replaces");
  if (typeof display === "object") throw cannot("set takes a display from a file alone");
  const keep = display === "keep" ? ["--keep-display"] : [];
  const given = untag(value);
  const [kind, text] = typeof given === "string" ? ["--text", given] : ["--json", jsonOf(given)];
  return scrapbook("set", kind, ...keep, ...quietly, "--", file, untagText(name), text);
}

function jsonOf(value: unknown): string {
  try {
    return stringifyJson(value, { nonFinite: "literal" });
  } catch {
    throw cannot("no JSON text stands for this value");
  }
}
