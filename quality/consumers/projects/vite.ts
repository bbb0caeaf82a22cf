import { copyFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { withProgram } from "../background.ts";
import { openPage } from "../chromium.ts";
import { tool } from "../command.ts";
import type { Consumer } from "../consumer.ts";
import { expectFound } from "../found.ts";
import { withServer } from "../static-server.ts";
import { allOf } from "../versions.ts";

const vite = "vite/bin/vite.js";

export const viteConsumers: Consumer[] = allOf("vite").map((version) => ({
  name: `Vite ${version.split(".")[0]}`,
  packages: ["core", "browser-io", "encoders-pandas"],
  tools: { vite: version },
  sources: ["page"],
  checks: {
    "the page runs from its development server": async (folder) => {
      rmSync(join(folder, "node_modules/.vite"), { recursive: true, force: true });
      const start = [process.execPath, join(folder, "node_modules", vite), "--host", "127.0.0.1"];
      const server = withProgram(
        folder,
        start as [string, ...string[]],
        /http:\S+:\d+\//,
        openPage,
      );
      expectFound(await server);
    },
    "the page runs from its build": async (folder) => {
      await tool(folder, vite, ["build", "--logLevel", "warn"]);
      copyFileSync(join(folder, "AAA.ipynb"), join(folder, "dist/AAA.ipynb"));
      expectFound(await withServer(join(folder, "dist"), openPage));
    },
  },
}));
