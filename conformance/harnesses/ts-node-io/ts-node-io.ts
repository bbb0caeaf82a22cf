import { editWith, rewriteWith } from "../ts-core/edit.ts";
import { reglueWith, reportWith } from "../ts-core/encode.ts";
import type { Harness } from "../ts-core/loop.ts";
import { listWith, readWith } from "../ts-core/read.ts";
import { tableWith } from "../ts-core/table.ts";
import { harness as core, versionOf } from "../ts-core/ts-core.ts";
import { editFile } from "./edit-file.ts";
import { folders, nodeIo } from "./library.ts";

/** `@scrapbook/node-io`: notebooks from files and folders. */
export const harness: Harness = {
  start: {
    ...core.start,
    implementation: {
      ...{ name: "@scrapbook/node-io", language: "TypeScript", version: versionOf("node-io") },
    },
    capabilities: [...(core.start as { capabilities: string[] }).capabilities, "list"],
  },
  operations: {
    ...core.operations,
    read: readWith(nodeIo),
    table: tableWith(nodeIo),
    list: listWith(folders),
    reglue: reglueWith(nodeIo),
    report: reportWith(nodeIo),
    rewrite: rewriteWith(editFile),
    edit: editWith(editFile),
  },
};
