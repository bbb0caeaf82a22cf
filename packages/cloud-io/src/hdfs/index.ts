/**
 * Notebooks in Hadoop's file system, over WebHDFS.
 *
 * @packageDocumentation
 */

import { ScrapbookError } from "@scrapbook/core";
import { aFunction, aText, type Store } from "@scrapbook/core/io";
import type { AllowUrl } from "../http/door.ts";
import { createTransport } from "../http/exchange.ts";
import { objectStore } from "../object/store.ts";
import { schemes } from "../schemes.ts";
import { aSecret, type CloudOptions, settingsOf } from "../settings.ts";
import { hdfsClient } from "./client.ts";
import { hdfsFolders } from "./folders.ts";
import { belowHdfs, type HdfsAddress, hdfsAddress, isHdfsFolder } from "./location.ts";
import { putFile } from "./put.ts";
import { restOf } from "./rest.ts";

export type { AllowUrl } from "../http/door.ts";
export type { CloudOptions } from "../settings.ts";

/** Options of {@link hdfs}. */
export interface HdfsOptions extends CloudOptions {
  /**
   * Where WebHDFS is, for every address: of a NameNode, HttpFS, or Knox with its path. Default:
   * `WEBHDFS_URL`, else port 9870 of the host that the address names.
   */
  readonly endpoint?: string | undefined;
  /** Who asks, where Hadoop believes it. Default: `HADOOP_USER_NAME`, else the user of this process. */
  readonly user?: string | undefined;
  /**
   * Gives a delegation token, for clusters with Kerberos. It is sent to the `endpoint` alone, over
   * https or to this machine. Default: none.
   */
  readonly delegationToken?: (() => Promise<string>) | undefined;
  /** The header `Authorization`, for gateways; sent likewise. Default: none. */
  readonly authorization?: string | undefined;
  /** Asked before each request, those to DataNodes too. Default: every address is allowed. */
  readonly allowUrl?: AllowUrl | undefined;
}

/**
 * A store for `hdfs://host/path` and `hdfs:///path`. It writes whole files and creates them safely,
 * but HDFS has no conditional write: `can` says `expect: false`, and changes are refused.
 *
 * @throws `usage-argument`.
 */
export function hdfs(options: HdfsOptions = {}): Store {
  const settings = settingsOf("hdfs", options, {
    endpoint: aText,
    user: aText,
    delegationToken: aSecret,
    authorization: aSecret,
    allowUrl: aFunction,
  });
  const { endpoint, delegationToken, authorization, allowUrl } = options;
  if (endpoint !== undefined) endpointUrl(endpoint);
  const hasSecret = delegationToken !== undefined || authorization !== undefined;
  const endpointOf = ({ authority }: HdfsAddress): string => {
    const named = endpoint ?? (process.env.WEBHDFS_URL || undefined);
    if (named !== undefined) return endpointUrl(named);
    // Whoever writes an address does not choose who gets a token.
    if (authority !== "" && !hasSecret) return `http://${authority.replace(/:\d+$/, "")}:9870`;
    throw new ScrapbookError("usage-argument", {
      what: "It is not known where WebHDFS is",
      hint: "Name it by the option endpoint or by WEBHDFS_URL: http://namenode:9870",
    });
  };
  const rest = restOf({
    ...{ transport: createTransport(), allowUrl, endpointOf, authorization },
    identity: async () => {
      if (delegationToken !== undefined) return { delegation: await delegationToken() };
      const user = options.user ?? (process.env.HADOOP_USER_NAME || (await ownName()));
      return user === undefined ? {} : { "user.name": user };
    },
  });
  const client = hdfsClient(rest);
  return objectStore<HdfsAddress>(
    {
      ...schemes.hdfs,
      settings,
      addressOf: hdfsAddress,
      below: belowHdfs,
      isFolder: isHdfsFolder,
      connect: async () => client,
      writes: true,
      conditions: () => ({ expect: false, create: true }),
      ranges: () => true,
      placeOf: ({ authority }) => authority,
      put: (bytes, context) => putFile(rest, bytes, context),
    },
    (_setup, call) => hdfsFolders(rest, call),
  );
}

/** The user of this process; `undefined` in containers that have none. */
async function ownName(): Promise<string | undefined> {
  const { userInfo } = await import("node:os");
  try {
    return userInfo().username;
  } catch {
    return undefined;
  }
}

/** @throws `usage-argument`. */
function endpointUrl(given: string): string {
  try {
    const { protocol, href, username, password, search } = new URL(given);
    const isPlain = username === "" && password === "" && search === "";
    if (isPlain && /^https?:$/.test(protocol)) return href.replace(/\/$/, "");
  } catch {
    // The same as any other that is not right.
  }
  throw new ScrapbookError("usage-argument", {
    what: "The endpoint of WebHDFS is not right",
    expected: "https://host:port, without user, password and query",
  });
}
