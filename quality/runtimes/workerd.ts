import { type ChildProcess, spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import type { Outcome } from "./outcome.ts";

/** Runs the attempts in workerd: as one bundled module, behind a port of its own. */
export async function runInWorkerd(program: string, folder: string, url: string): Promise<Outcome> {
  await build({
    entryPoints: [join(folder, "worker.js")],
    outfile: join(folder, "bundled/worker.js"),
    bundle: true,
    format: "esm",
    logLevel: "error",
  });
  writeFileSync(join(folder, "bundled/config.capnp"), config);
  const child = spawn(program, ["serve", "--control-fd=3", "config.capnp"], {
    cwd: join(folder, "bundled"),
    stdio: ["ignore", "pipe", "pipe", "pipe"],
  });
  try {
    const port = await listeningPort(child);
    const response = await fetch(`http://127.0.0.1:${port}/?notebooks=${encodeURIComponent(url)}`);
    return (await response.json()) as Outcome;
  } finally {
    child.kill("SIGKILL");
  }
}

const config = `using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "main", worker = (
      modules = [(name = "worker", esModule = embed "worker.js")],
      compatibilityDate = "2026-01-01",
      globalOutbound = "network",
    )),
    (name = "network", network = (allow = ["private"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);
`;

/** workerd tells on its control pipe which port it was given. */
function listeningPort(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let said = "";
    let wrong = "";
    child.stderr?.on("data", (chunk) => {
      wrong += chunk;
    });
    child.stdio[3]?.on("data", (chunk) => {
      said += chunk;
      for (const line of said.split("\n").slice(0, -1)) {
        const message = JSON.parse(line) as { event: string; port?: number };
        if (message.event === "listen" && message.port !== undefined) resolve(message.port);
      }
    });
    child.on("error", reject);
    child.on("exit", (code) => reject(new Error(`workerd left with exit code ${code}: ${wrong}`)));
  });
}
