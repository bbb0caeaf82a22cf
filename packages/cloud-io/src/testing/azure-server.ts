import { ContainerClient, StorageSharedKeyCredential } from "@azure/storage-blob";
import type { Store } from "@scrapbook/core/io";
import { azureAccount, startAzurite } from "../../../../scripts/servers/azurite.mjs";
import { serverFile } from "../../../../scripts/servers/installs.mjs";
import { type AzureOptions, azure } from "../azure/index.ts";

/** A container's client of the SDK itself. */
export const containerAt = (url: string): ContainerClient =>
  new ContainerClient(
    `${url}/${azureAccount.name}/notebooks`,
    new StorageSharedKeyCredential(azureAccount.name, azureAccount.key),
  );

/** Running blobs of Azure with a container called `notebooks`. */
export async function startAzure(): ReturnType<typeof startAzurite> {
  const server = await startAzurite(serverFile("azurite"));
  await containerAt(server.url).create();
  return server;
}

/** The store for a server at that URL. */
export const azureAt = (url: string, options: AzureOptions = {}): Store =>
  azure({ endpoint: `${url}/${azureAccount.name}`, accountKey: azureAccount.key, ...options });

/** The location of a path in the container. */
export const azureLocation = (path: string): string =>
  `abs://${azureAccount.name}.blob.core.windows.net/notebooks/${path}`;
