/**
 * Notebooks in Azure's blob storage and Data Lake (Gen2).
 *
 * @packageDocumentation
 */

import type { ContainerClient, StorageSharedKeyCredential } from "@azure/storage-blob";
import { ScrapbookError } from "@scrapbook/core";
import { aBoolean, aText, type Store } from "@scrapbook/core/io";
import { isPrivate } from "../http/door.ts";
import { loadPackage } from "../missing-package.ts";
import { objectStore } from "../object/store.ts";
import { schemes } from "../schemes.ts";
import { aSecret, type CloudOptions, settingsOf } from "../settings.ts";
import { azureClient } from "./client.ts";
import { type AzureAddress, azureAddress, belowAzure, isAzureFolder } from "./location.ts";

export type { CloudOptions } from "../settings.ts";

/** Options of {@link azure}. */
export interface AzureOptions extends CloudOptions {
  /**
   * Another server than Azure's, as the URL of the account: `http://127.0.0.1:10000/devstoreaccount1`.
   * Default: that of `AZURE_STORAGE_CONNECTION_STRING`, for its account, else Azure's.
   */
  readonly endpoint?: string | undefined;
  /** The key of the account. Default: that of `AZURE_STORAGE_CONNECTION_STRING`, for its account. */
  readonly accountKey?: string | undefined;
  /** What gives tokens. Default: `DefaultAzureCredential` of `@azure/identity`, which reads papermill's variables too. */
  readonly credential?: AzureCredential | undefined;
  /** Sends no credentials but the address's SAS: for public containers. Default `false`. */
  readonly anonymous?: boolean | undefined;
}

/** A credential of `@azure/identity`. */
export interface AzureCredential {
  getToken(
    scopes: string | string[],
    options?: object,
  ): Promise<{ readonly token: string; readonly expiresOnTimestamp: number } | null>;
}

/**
 * A store for `abs://`, as papermill writes it, and for `abfs://` and `abfss://`. Loads
 * `@azure/storage-blob` when it is first used, and `@azure/identity` when a token is needed.
 *
 * @throws `usage-argument`.
 */
export function azure(options: AzureOptions = {}): Store {
  const settings = settingsOf("azure", options, {
    endpoint: aText,
    accountKey: aSecret,
    credential: aSecret,
    anonymous: aBoolean,
  });
  const containers = new Map<string, Promise<ContainerClient>>();
  const containerOf = (address: AzureAddress): Promise<ContainerClient> => {
    const key = placeOf(address);
    let container = containers.get(key);
    if (container === undefined) {
      container = connectContainer(address, options);
      containers.set(key, container);
      container.catch(() => containers.delete(key));
    }
    return container;
  };
  const client = azureClient(containerOf);
  return objectStore<AzureAddress>({
    ...schemes.azure,
    settings,
    addressOf: azureAddress,
    below: belowAzure,
    isFolder: isAzureFolder,
    connect: async (address) => {
      await containerOf(address);
      return client;
    },
    writes: true,
    conditions: () => (endpointOf(options) === undefined ? { expect: true, create: true } : "ask"),
    ranges: () => true,
    placeOf,
  });
}

/** A SAS may be for one blob alone: each has its own client. */
const placeOf = ({ account, cloud, container, sas }: AzureAddress): string =>
  [account, cloud, container, sas].join("\n");

async function connectContainer(
  { account, cloud, container, sas }: AzureAddress,
  options: AzureOptions,
): Promise<ContainerClient> {
  const sdk = await loadPackage(
    "@azure/storage-blob",
    "abs:// and abfss://",
    () => import("@azure/storage-blob"),
  );
  const connection = connectionOf(account);
  const base = options.endpoint ?? connection.endpoint ?? `https://${account}.blob.${cloud}`;
  const accountKey = options.accountKey ?? connection.accountKey;
  const url = `${base.replace(/\/$/, "")}/${encodeURIComponent(container)}${sas === "" ? "" : `?${sas}`}`;
  const pipeline = {
    // We retry ourselves, and know when a write must not be repeated without a look.
    retryOptions: { maxTries: 1 },
    keepAliveOptions: { enable: true },
    // A signature must not wander.
    redirectOptions: { maxRetries: 0 },
  };
  const credential = await credentialOf(sdk, account, sas, accountKey, options);
  if (credential !== undefined || sas !== "") requirePrivate(base);
  return new sdk.ContainerClient(url, credential ?? new sdk.AnonymousCredential(), pipeline);
}

async function credentialOf(
  sdk: typeof import("@azure/storage-blob"),
  account: string,
  sas: string,
  accountKey: string | undefined,
  { credential, anonymous }: AzureOptions,
): Promise<StorageSharedKeyCredential | AzureCredential | undefined> {
  if (sas !== "" || anonymous) return undefined;
  if (credential !== undefined) return credential;
  if (accountKey !== undefined) return new sdk.StorageSharedKeyCredential(account, accountKey);
  const { DefaultAzureCredential } = await loadPackage(
    "@azure/identity",
    "abs:// and abfss://",
    () => import("@azure/identity"),
  );
  return new DefaultAzureCredential();
}

function requirePrivate(base: string): void {
  let url: URL;
  try {
    url = new URL(base);
  } catch {
    throw new ScrapbookError("usage-argument", { what: "The endpoint is no URL" });
  }
  if (isPrivate(url)) return;
  throw new ScrapbookError("usage-argument", {
    what: "Credentials are not sent over http, where others can read them",
    hint: "Use https.",
  });
}

const endpointOf = ({ endpoint }: AzureOptions): string | undefined =>
  endpoint ?? /BlobEndpoint=([^;]+)/i.exec(process.env.AZURE_STORAGE_CONNECTION_STRING ?? "")?.[1];

/** What the environment's connection string says, if it is that of this account. */
function connectionOf(account: string): { endpoint?: string; accountKey?: string } {
  const text = process.env.AZURE_STORAGE_CONNECTION_STRING ?? "";
  const part = (name: string) => new RegExp(`(?:^|;)${name}=([^;]+)`, "i").exec(text)?.[1];
  if (part("AccountName")?.toLowerCase() !== account.toLowerCase()) return {};
  const [endpoint, accountKey] = [part("BlobEndpoint"), part("AccountKey")];
  return { ...(endpoint && { endpoint }), ...(accountKey && { accountKey }) };
}
