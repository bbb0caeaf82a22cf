import { ScrapbookError } from "@scrapbook/core";
import { abfs, abs, azureName, parted } from "./name.ts";

/** A blob, or with a `/` at the end of its path the folder below it. */
export interface AzureAddress {
  readonly account: string;
  /** `core.windows.net`, or that of a sovereign cloud. */
  readonly cloud: string;
  readonly container: string;
  readonly path: string;
  /** A shared access signature, without `?`; empty where there is none. */
  readonly sas: string;
}

/** @throws `usage-argument`. */
export function azureAddress(location: string): AzureAddress {
  const { start, sas } = parted(location);
  const [, account, cloud, container, path = ""] = abs.exec(start) ?? [];
  if (account && cloud && container) return { account, cloud, container, path: blob(path), sas };
  const [, holder, owner, place, below = ""] = abfs.exec(start) ?? [];
  if (holder && owner && place) {
    return { account: owner, cloud: place, container: holder, path: blob(below), sas };
  }
  throw new ScrapbookError("usage-argument", {
    what: "This is no address of Azure's blobs",
    source: azureName(location).slice(0, 80),
    expected:
      "abs://ACCOUNT.blob.core.windows.net/CONTAINER/BLOB or abfss://CONTAINER@ACCOUNT.dfs.core.windows.net/PATH",
  });
}

/**
 * The path of a blob.
 *
 * @throws `usage-argument` for what a URL cannot say: it would name another blob, even one in another
 * container.
 */
function blob(path: string): string {
  if (!path.includes("\\") && !/(?:^|\/)\.\.?(?:\/|$)/.test(path)) return path;
  throw new ScrapbookError("usage-argument", {
    what: "Azure cannot hold a blob of this name",
    got: JSON.stringify(path.slice(0, 60)),
    expected: "a path without backslashes, and without . and .. between slashes",
  });
}

/** The location of what lies below a folder, with the folder's signature. */
export function belowAzure(folder: string, path: string): string {
  const { start, sas } = parted(folder);
  return (start.endsWith("/") ? start : `${start}/`) + path + (sas === "" ? "" : `?${sas}`);
}

/** Whether a location is that of a container or folder. */
export function isAzureFolder(location: string): boolean {
  const { start } = parted(location);
  return (
    start.endsWith("/") ||
    /^abs:\/\/[^/]+\/[^/]+$/i.test(start) ||
    /^abfss?:\/\/[^/]+$/i.test(start)
  );
}
