import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { edit } from "@scrapbook/core";
import { editNotebook } from "@scrapbook/node-io";

/** What a file is after somebody tried to set its scrap `x`. */
export type FileState = "old" | "new" | "broken";

/** Whether a file holds its old bytes, or what setting `x` to `value` makes of them. */
export async function stateOf(path: string, before: Buffer, value: string): Promise<FileState> {
  const left = await readFile(path);
  if (left.equals(before)) return "old";
  return left.equals(edit(before).set("x", value).toBytes()) ? "new" : "broken";
}

/** What is wrong with the write that comes after a fault, or with what it leaves. */
export async function problemOfNextWrite(path: string): Promise<string | undefined> {
  const wanted = edit(await readFile(path))
    .set("x", "next")
    .toBytes();
  try {
    await editNotebook(path, (session) => session.set("x", "next"));
  } catch (error) {
    return `the next write failed: ${error}`;
  }
  if (!(await readFile(path)).equals(wanted)) return "the next write wrote something else";
  const rest = await sidecars(path);
  return rest.length === 0 ? undefined : `left behind: ${rest.join(", ")}`;
}

/** The files of ours that lie beside a notebook. */
export async function sidecars(path: string): Promise<readonly string[]> {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return (await readdir(join(path, ".."))).filter((file) => file.startsWith(`.${name}.`));
}
