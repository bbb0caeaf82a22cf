import { spawn } from "node:child_process";

/**
 * Runs `use` with the address of a server that a program starts, and ends the program, with all that it started.
 * @param address Finds the address in what the program prints.
 */
export async function withProgram<T>(
  folder: string,
  [program, ...args]: readonly [string, ...string[]],
  address: RegExp,
  use: (address: string) => Promise<T>,
): Promise<T> {
  const env = { ...process.env, NODE_ENV: undefined, NO_COLOR: "1", FORCE_COLOR: undefined };
  const stdio = ["ignore", "pipe", "pipe"] as const;
  const child = spawn(program, args, { cwd: folder, env, detached: true, stdio: [...stdio] });
  let printed = "";
  const found = new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        printed += text;
        const match = address.exec(printed)?.[0];
        if (match !== undefined) resolve(match);
      });
    }
    child.on("error", reject);
    child.on("exit", (code) => reject(new Error(`${program} ends with ${code}:\n${printed}`)));
  });
  try {
    return await use(await found);
  } finally {
    end(child.pid);
  }
}

/** Ends a process and those that it started. */
function end(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(-pid, "SIGKILL");
  } catch {
    // It has ended by itself.
  }
}
