import { tool } from "../command.ts";
import type { Consumer } from "../consumer.ts";
import { pinned } from "../versions.ts";

export const jest: Consumer = {
  name: "Jest",
  packages: ["core", "node-io", "encoders-pandas"],
  tools: pinned("jest"),
  sources: ["jest"],
  checks: {
    "tests read notebooks and frames, with the option for modules": async (folder) => {
      const env = { NODE_OPTIONS: "--experimental-vm-modules" };
      await tool(folder, "jest/bin/jest.js", ["--ci"], env);
    },
  },
};
