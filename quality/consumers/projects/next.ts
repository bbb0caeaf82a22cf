import { join } from "node:path";
import { withProgram } from "../background.ts";
import { openPage } from "../chromium.ts";
import { tool } from "../command.ts";
import type { Consumer } from "../consumer.ts";
import { expectFound } from "../found.ts";
import { pinned } from "../versions.ts";

const cli = "next/dist/bin/next";

export const next: Consumer = {
  name: "Next",
  packages: ["core", "node-io", "encoders-pandas"],
  tools: pinned("next", "react", "react-dom"),
  sources: ["next"],
  checks: {
    "a server component reads a notebook, a client component its frame": async (folder) => {
      await tool(folder, cli, ["build"], { NEXT_TELEMETRY_DISABLED: "1" });
      const start = [process.execPath, join(folder, "node_modules", cli), "start", "--port", "0"];
      const page = withProgram(folder, start as [string, ...string[]], /http:\S+:\d+/, openPage);
      expectFound(await page);
    },
  },
};
