import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findNeed } from "../../../../scripts/lib/needs.mjs";
import { freePort } from "../../../../scripts/servers/child.mjs";

/** A real Jupyter server in a folder of its own. */
export interface JupyterServer {
  readonly url: string;
  readonly token: string;
  /** The folder that it serves. */
  readonly folder: string;
  /** Ends it at once, as a crash does. */
  kill(): Promise<void>;
  /** Starts it again on the same port. */
  start(): Promise<void>;
  /** Ends it and removes its folder. */
  close(): Promise<void>;
}

const token = "a-token-for-tests";

/** Starts a Jupyter server that pages of every origin may ask. */
export async function startJupyter(more: readonly string[] = []): Promise<JupyterServer> {
  const home = await mkdtemp(join(tmpdir(), "scrapbook-jupyter-"));
  const folder = await mkdtemp(join(home, "root-"));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/`;
  let child: ChildProcess | undefined;

  const start = async (): Promise<void> => {
    child = spawn(
      findNeed("jupyter") ?? "jupyter-server",
      [
        ...[
          "--no-browser",
          "--allow-root",
          "--ServerApp.ip=127.0.0.1",
          "--ServerApp.port_retries=0",
        ],
        ...[`--ServerApp.port=${port}`, `--ServerApp.root_dir=${folder}`],
        ...[`--IdentityProvider.token=${token}`, "--ServerApp.allow_origin=*"],
        ...["--ContentsManager.allow_hidden=True", ...more],
      ],
      {
        env: { ...process.env, HOME: home, JUPYTER_RUNTIME_DIR: join(home, "runtime") },
        stdio: ["ignore", "ignore", "pipe"],
      },
    );
    let said = "";
    child.stderr?.on("data", (piece) => {
      said = `${said}${piece}`.slice(-4_000);
    });
    for (;;) {
      if (child.exitCode !== null) throw new Error(`jupyter-server ended: ${said}`);
      const answer = await fetch(`${url}api/status?token=${token}`).catch(() => undefined);
      if (answer?.ok) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };
  const kill = async (): Promise<void> => {
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    child.kill("SIGKILL");
    await once(child, "exit");
  };
  await start();
  const close = async (): Promise<void> => {
    await kill();
    await rm(home, { recursive: true, force: true });
  };
  return { url, token, folder, kill, start, close };
}
