import { editWith, rewriteWith } from "../ts-core/edit.ts";
import { reglueWith, reportWith } from "../ts-core/encode.ts";
import type { Harness } from "../ts-core/loop.ts";
import { listWith, readWith } from "../ts-core/read.ts";
import { tableWith } from "../ts-core/table.ts";
import { harness as core, versionOf } from "../ts-core/ts-core.ts";
import { editObject } from "./bucket.ts";
import { cloudIo, prefixes } from "./library.ts";

/** `@scrapbook/cloud-io`: notebooks from a bucket of S3. */
export const harness: Harness = {
  start: {
    ...core.start,
    implementation: {
      ...{ name: "@scrapbook/cloud-io", language: "TypeScript", version: versionOf("cloud-io") },
    },
    capabilities: [...(core.start as { capabilities: string[] }).capabilities, "list"],
  },
  operations: {
    ...core.operations,
    read: readWith(cloudIo),
    table: tableWith(cloudIo),
    list: listWith(prefixes),
    reglue: reglueWith(cloudIo),
    report: reportWith(cloudIo),
    rewrite: rewriteWith(editObject),
    edit: editWith(editObject),
  },
};
