/**
 * Notebooks on web servers.
 *
 * @packageDocumentation
 */

import { ScrapbookError } from "@scrapbook/core";
import { aBoolean, aFunction, redact, type Store } from "@scrapbook/core/io";
import { Failure } from "../failure.ts";
import type { ObjectClient } from "../object/client.ts";
import { objectStore } from "../object/store.ts";
import { type RequestOptions, retry } from "../retry.ts";
import { schemes } from "../schemes.ts";
import { aSecret, type CloudOptions, settingsOf } from "../settings.ts";
import { httpClient } from "./client.ts";
import type { AllowUrl } from "./door.ts";
import { createTransport } from "./exchange.ts";

export type { CloudOptions } from "../settings.ts";
export type { AllowUrl } from "./door.ts";

/** Options of {@link http}. */
export interface HttpOptions extends CloudOptions {
  /**
   * The header `Authorization` by origin: `{ "https://files.example.com": "Bearer …" }`. It is sent to
   * that origin alone, over https or to this machine. A user and password in a URL are sent
   * likewise. Default: none.
   */
  readonly authorization?: Readonly<Record<string, string>> | undefined;
  /** Asked before each request and each hop. Default: every address is allowed, metadata services too. */
  readonly allowUrl?: AllowUrl | undefined;
  /**
   * Whether the servers honour `If-Match` and `If-None-Match` in a PUT, so that changes can be made
   * safely. It cannot be found out without writing. Default `false`.
   */
  readonly conditionalWrites?: boolean | undefined;
}

/**
 * A store for `http://` and `https://`: reads by GET, writes by PUT as papermill does. It cannot list.
 *
 * @throws `usage-argument`.
 */
export function http(options: HttpOptions = {}): Store {
  const settings = settingsOf("http", options, {
    authorization: aSecret,
    allowUrl: aFunction,
    conditionalWrites: aBoolean,
  });
  const { allowUrl, conditionalWrites = false } = options;
  const authorization = byOrigin(options.authorization ?? {});
  const transport = createTransport();
  const client = httpClient({
    transport,
    allowUrl,
    headers: { accept: "application/json, */*;q=0.9" },
    authorizationFor: (url, asked) =>
      (url.origin === asked.origin ? basicOf(asked) : undefined) ?? authorization.get(url.origin),
  });
  return objectStore<URL>({
    ...schemes.http,
    settings,
    addressOf: urlOf,
    below: (folder, path) => folder + path,
    isFolder: () => false,
    connect: async () => client,
    writes: true,
    conditions: () => ({ expect: conditionalWrites, create: conditionalWrites }),
    ranges: (url, client, options) => asksForRange(url, client, options),
    placeOf: (url) => url.origin,
  });
}

/** Whether a server sends a byte if it is asked for one. */
async function asksForRange(
  url: URL,
  client: ObjectClient<URL>,
  options: RequestOptions,
): Promise<boolean | undefined> {
  try {
    const answer = await retry(
      (signal) => client.get(url, { signal, range: { start: 1, end: 2 } }),
      options,
    );
    answer?.close();
    return answer?.start === 1;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    // Nothing is there, or too little for a part.
    if (error.code === "store-not-found" || error.details.got === "HTTP 416") return undefined;
    if (!error.details.isPassing) return false;
    throw error;
  }
}

function urlOf(location: string): URL {
  try {
    return new URL(location);
  } catch {
    throw new ScrapbookError("usage-argument", {
      what: "This is no URL",
      source: redact(location).slice(0, 80),
    });
  }
}

/** The header for a URL's user and password. */
function basicOf({ username, password }: URL): string | undefined {
  if (username === "" && password === "") return undefined;
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return `Basic ${Buffer.from(pair).toString("base64")}`;
}

function byOrigin(given: Readonly<Record<string, string>>): Map<string, string> {
  return new Map(Object.entries(given).map(([url, value]) => [urlOf(url).origin, value]));
}
