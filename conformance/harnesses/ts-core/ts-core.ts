import { readFileSync } from "node:fs";
import { editBytes, editWith, rewriteWith } from "./edit.ts";
import { encode, reglueWith, reportWith } from "./encode.ts";
import { core } from "./library.ts";
import type { Harness } from "./loop.ts";
import { readWith } from "./read.ts";
import { tableWith } from "./table.ts";

/** The version that a package of ours says it has. */
export function versionOf(folder: string): string {
  const manifest = new URL(`../../../packages/${folder}/package.json`, import.meta.url);
  return JSON.parse(readFileSync(manifest, "utf8")).version;
}

/** `@scrapbook/core`: notebooks from bytes. */
export const harness: Harness = {
  start: {
    protocol: 1,
    implementation: { name: "@scrapbook/core", language: "TypeScript", version: versionOf("core") },
    capabilities: [
      ...["read", "table", "encode", "reglue", "report", "rewrite", "edit"],
      ...["scrapbook", "lenient", "merge-reference", "encoders", "run", "media", "pieces"],
    ],
    // JavaScript has no floats apart from integers; integers beyond the safe ones are bigints.
    numbers: "exact",
    levels: ["reader", "editor", "gluer", "pieces"],
    // Not `order`: a JavaScript object puts keys that look like array indices first.
    checks: ["code", "path", "source"],
  },
  operations: {
    ...{ read: readWith(core), table: tableWith(core) },
    ...{ encode, reglue: reglueWith(core), report: reportWith(core) },
    ...{ rewrite: rewriteWith(editBytes), edit: editWith(editBytes) },
  },
};
