/**
 * Notebooks in buckets, on the web and in Hadoop: a store for each scheme. What serves a scheme, and
 * its SDK, is loaded when an address of it is first used.
 *
 * @packageDocumentation
 */

import type { Store } from "@scrapbook/core/io";
import { checkOptions, type OptionRule } from "@scrapbook/core/redact";
import type { AzureOptions } from "./azure/index.ts";
import type { GithubOptions } from "./github/index.ts";
import type { GsOptions } from "./gs/index.ts";
import type { HdfsOptions } from "./hdfs/index.ts";
import type { HttpOptions } from "./http/index.ts";
import { lazyStore } from "./lazy-store.ts";
import type { S3Options } from "./s3/index.ts";
import { isOf } from "./scheme.ts";
import { schemes } from "./schemes.ts";

export type { AzureCredential, AzureOptions } from "./azure/index.ts";
export type { GithubOptions } from "./github/index.ts";
export type { GsOptions } from "./gs/index.ts";
export type { HdfsOptions } from "./hdfs/index.ts";
export type { AllowUrl, CloudOptions, HttpOptions } from "./http/index.ts";
export type { S3Credentials, S3Options } from "./s3/index.ts";

/** Options of {@link cloudStores}, by store. */
export interface CloudStoresOptions {
  /** Options for Azure. Default: those of its store. */
  readonly azure?: AzureOptions | undefined;
  /** Options for GitHub. Default: those of its store. */
  readonly github?: GithubOptions | undefined;
  /** Options for Google storage. Default: those of its store. */
  readonly gs?: GsOptions | undefined;
  /** Options for HDFS. Default: those of its store. */
  readonly hdfs?: HdfsOptions | undefined;
  /** Options for web servers. Default: those of its store. */
  readonly http?: HttpOptions | undefined;
  /** Options for S3. Default: those of its store. */
  readonly s3?: S3Options | undefined;
}

const some: OptionRule = { expected: "the store's options", fits: (it) => typeof it === "object" };

const rules: Readonly<Record<keyof CloudStoresOptions, OptionRule>> = {
  ...{ azure: some, github: some, gs: some, hdfs: some, http: some, s3: some },
};

/**
 * A store for every scheme. Options of a store that are not right come to light when it is first
 * used, as `usage-argument`.
 *
 * @throws `usage-argument` for a store that there is not.
 */
export function cloudStores(options: CloudStoresOptions = {}): readonly Store[] {
  checkOptions("cloudStores", options, rules);
  return [
    lazyStore(schemes.s3, async () => (await import("./s3/index.ts")).s3(options.s3)),
    lazyStore(schemes.gs, async () => (await import("./gs/index.ts")).gs(options.gs)),
    lazyStore(schemes.azure, async () => (await import("./azure/index.ts")).azure(options.azure)),
    lazyStore({ ...schemes.http, name: "adl", matches: isOf(/^adl:\/\//i) }, async () =>
      (await import("./adl.ts")).adl(),
    ),
    lazyStore(schemes.hdfs, async () => (await import("./hdfs/index.ts")).hdfs(options.hdfs)),
    lazyStore(schemes.github, async () =>
      (await import("./github/index.ts")).github(options.github),
    ),
    lazyStore(schemes.http, async () => (await import("./http/index.ts")).http(options.http)),
  ];
}

/** Those that `@scrapbook/node-io` uses when it meets their schemes, with the defaults of all options. */
export const stores: readonly Store[] = /* @__PURE__ */ cloudStores();
