import type { Harness, Operation } from "../ts-core/loop.ts";
import { versionOf } from "../ts-core/ts-core.ts";
import { edit } from "./edit.ts";
import { list, read } from "./read.ts";

/**
 * `@scrapbook/cli`: what can be told and changed from a command line. It completes no level: a level
 * asks for what only a library can give, such as a display's metadata.
 */
export const harness: Harness = {
  start: {
    protocol: 1,
    implementation: { name: "@scrapbook/cli", language: "TypeScript", version: versionOf("cli") },
    capabilities: ["read", "list", "edit", "lenient", "merge-reference", "encoders"],
    numbers: "exact",
    levels: [],
    checks: ["code"],
  },
  operations: { read, list, edit } satisfies Record<string, Operation>,
};
