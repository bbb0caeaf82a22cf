import { spawn } from "node:child_process";
import { resolve } from "node:path";
import type { Terminal } from "./terminal.ts";

const openers: Readonly<Record<string, readonly [string, ...string[]]>> = {
  darwin: ["open"],
  win32: ["explorer"],
};

/** Shows a file with the program that the desktop has for it. Says so where there is none. */
export function openFile(file: string, terminal: Terminal): Promise<void> {
  const [program, ...args] = openers[process.platform] ?? ["xdg-open"];
  return new Promise((done) => {
    const child = spawn(program, [...args, resolve(terminal.cwd, file)], {
      stdio: "ignore",
      detached: true,
    });
    child.on("error", () => {
      terminal.err(`note: nothing here opens files by itself; the page is ${file}\n`);
      done();
    });
    child.on("spawn", () => {
      child.unref();
      done();
    });
  });
}
