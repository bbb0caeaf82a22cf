import { spawn } from "node:child_process";
import { ScrapbookError } from "@scrapbook/core";
import type { Terminal } from "../terminal.ts";

/**
 * Opens a file in `$VISUAL` or `$EDITOR` and waits until it is closed. No shell is started: the
 * variable's words are the program and its arguments, quotes keep words together.
 *
 * @throws (rejects with) `usage-argument` where there is no editor or it fails.
 */
export function runEditor(file: string, { env }: Pick<Terminal, "env">): Promise<void> {
  const [program, ...args] = words(env.VISUAL || env.EDITOR || "");
  if (program === undefined) {
    return Promise.reject(noEditor("Neither VISUAL nor EDITOR is set"));
  }
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...args, file], { stdio: "inherit" });
    child.on("error", () =>
      reject(noEditor(`The editor ${program.slice(0, 80)} cannot be started`)),
    );
    child.on("close", (code, signal) => {
      if (code === 0) resolve();
      else
        reject(noEditor(`The editor ended with ${signal ?? `code ${code}`}: nothing was written`));
    });
  });
}

function words(text: string): string[] {
  return [...text.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    ([, double, single, bare]) => double ?? single ?? bare ?? "",
  );
}

const noEditor = (what: string) =>
  new ScrapbookError("usage-argument", {
    what,
    hint: "Set EDITOR to your editor, such as: EDITOR=nano.",
  });
