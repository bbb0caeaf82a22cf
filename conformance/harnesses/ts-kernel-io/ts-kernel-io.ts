import { glue, reglue, scrapsReport } from "@scrapbook/kernel-io";
import { encodeWith, type Gluer, reglueWith, reportWith } from "../ts-core/encode.ts";
import { core } from "../ts-core/library.ts";
import type { Harness } from "../ts-core/loop.ts";
import { versionOf } from "../ts-core/ts-core.ts";

/** In a kernel there is nothing to answer: the outputs are in the notebook. */
const gluer: Gluer = {
  glue: async (name, value, options) => (await glue(name, value, options)) ?? [],
  reglue: async (notebook, name, options) => (await reglue(notebook, name, options)) ?? [],
  report: async (book, options) => (await scrapsReport(book, options)) ?? [],
};

/** `@scrapbook/kernel-io`: what is glued, in a kernel or outside of one. */
export const harness: Harness = {
  start: {
    protocol: 1,
    implementation: {
      ...{ name: "@scrapbook/kernel-io", language: "TypeScript", version: versionOf("kernel-io") },
    },
    capabilities: ["encode", "reglue", "report", "scrapbook", "merge-reference", "encoders"],
    // Kernels write JSON with `JSON.stringify`, which has no 1.0 apart from 1.
    numbers: "exact",
    levels: ["gluer"],
    checks: ["code", "path"],
  },
  operations: {
    encode: encodeWith(gluer),
    reglue: reglueWith(core, gluer),
    report: reportWith(core, gluer),
  },
};
