/**
 * Notebooks in buckets of Google Cloud Storage.
 *
 * @packageDocumentation
 */

import { ScrapbookError } from "@scrapbook/core";
import { aBoolean, aFunction, aText, type Store } from "@scrapbook/core/io";
import {
  type BucketAddress,
  belowBucket,
  bucketAddress,
  isBucketFolder,
} from "../bucket-location.ts";
import type { AllowUrl } from "../http/door.ts";
import { createTransport } from "../http/exchange.ts";
import type { ObjectClient } from "../object/client.ts";
import { objectStore } from "../object/store.ts";
import { schemes } from "../schemes.ts";
import { aSecret, type CloudOptions, settingsOf } from "../settings.ts";
import { googleAuthorization } from "./authorization.ts";
import { gsClient } from "./client.ts";

export type { AllowUrl } from "../http/door.ts";
export type { CloudOptions } from "../settings.ts";

/** Options of {@link gs}. */
export interface GsOptions extends CloudOptions {
  /** Another server than Google's. Default: `STORAGE_EMULATOR_HOST`, else Google's. */
  readonly endpoint?: string | undefined;
  /** Gives an access token. Default: Google's chain, by `google-auth-library`. */
  readonly token?: (() => Promise<string>) | undefined;
  /** Sends no credentials: for public buckets. Default: `true` for an endpoint that is plain http. */
  readonly anonymous?: boolean | undefined;
  /** Asked before each request. Default: every address is allowed. */
  readonly allowUrl?: AllowUrl | undefined;
}

const google = "https://storage.googleapis.com";

/**
 * A store for `gs://bucket/key`. Loads `google-auth-library` when credentials are first needed.
 *
 * @throws `usage-argument`.
 */
export function gs(options: GsOptions = {}): Store {
  const settings = settingsOf("gs", options, {
    endpoint: aText,
    token: aSecret,
    anonymous: aBoolean,
    allowUrl: aFunction,
  });
  const { token, allowUrl } = options;
  const endpointOf = () =>
    endpointUrl(options.endpoint ?? (process.env.STORAGE_EMULATOR_HOST || google));
  if (options.endpoint !== undefined) endpointOf();
  const transport = createTransport();
  let client: Promise<ObjectClient<BucketAddress>> | undefined;
  const connect = async () => {
    const endpoint = endpointOf();
    const isOpen = token === undefined && endpoint.protocol === "http:";
    const authorization =
      (options.anonymous ?? isOpen)
        ? async () => undefined
        : token === undefined
          ? await googleAuthorization()
          : async () => `Bearer ${await token()}`;
    return gsClient({
      transport,
      endpoint: endpoint.href.replace(/\/$/, ""),
      allowUrl,
      authorization,
    });
  };
  return objectStore<BucketAddress>({
    ...schemes.gs,
    settings,
    addressOf: bucketAddress,
    below: belowBucket,
    isFolder: isBucketFolder,
    connect: () => {
      client ??= connect();
      client.catch(() => {
        client = undefined;
      });
      return client;
    },
    writes: true,
    conditions: () => (endpointOf().origin === google ? { expect: true, create: true } : "ask"),
    ranges: () => true,
    placeOf: ({ bucket }) => bucket,
  });
}

/** @throws `usage-argument`. A host and port alone are http, as Google's own libraries take it. */
function endpointUrl(given: string): URL {
  try {
    return new URL(/^https?:\/\//.test(given) ? given : `http://${given}`);
  } catch {
    throw new ScrapbookError("usage-argument", {
      what: "The endpoint is no URL",
      expected: "https://host, or host:port of an emulator",
    });
  }
}
