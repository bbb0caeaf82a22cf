/**
 * A process that edits a notebook when it is told to: `edit-child PATH set VALUE` or
 * `edit-child PATH increment COUNT`. It says `ready`, waits for a line, works, and then says `done`
 * or the code of the error.
 */
import { once } from "node:events";
import { isScrapbookError } from "@scrapbook/core";
import { editNotebook } from "@scrapbook/node-io";

const [path, task, argument] = process.argv.slice(2) as [string, string, string];
process.stdout.write("ready\n");
await once(process.stdin, "data");
process.stdin.pause();

try {
  if (task === "set") await editNotebook(path, (session) => session.set("x", argument));
  else for (let i = 0; i < Number(argument); i++) await increment();
  process.stdout.write("done\n");
} catch (error) {
  process.stdout.write(`${isScrapbookError(error) ? error.code : error}\n`);
}

/** Reads a number and writes the next. */
async function increment(): Promise<void> {
  await editNotebook(path, (session) => session.set("x", Number(session.notebook.value("x")) + 1), {
    lockTimeoutMs: 120_000,
  });
}
