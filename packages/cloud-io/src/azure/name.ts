import { redact } from "@scrapbook/core/redact";

/** Tokens are sent to these alone: whoever writes an address cannot choose another. */
const clouds = "core\\.windows\\.net|core\\.chinacloudapi\\.cn|core\\.usgovcloudapi\\.net";
/** papermill's form: `abs://ACCOUNT.blob.core.windows.net/CONTAINER/BLOB?SAS`. */
export const abs: RegExp = new RegExp(
  `^abs://([a-z0-9]{3,24})\\.blob\\.(${clouds})/([^/?]+)(?:/(.*))?$`,
  "is",
);
/** Hadoop's form: `abfss://CONTAINER@ACCOUNT.dfs.core.windows.net/PATH`. */
export const abfs: RegExp = new RegExp(
  `^abfss?://([^/@:]+)@([a-z0-9]{3,24})\\.(?:dfs|blob)\\.(${clouds})(?:/(.*))?$`,
  "is",
);
/** A shared access signature at the end. Another `?` is the blob's own. */
const signature = /\?([^?]*\bsig=.*)$/is;

/** A location without its signature, and the signature. */
export function parted(location: string): { readonly start: string; readonly sas: string } {
  const found = signature.exec(location);
  if (found === null) return { start: location, sas: "" };
  return { start: location.slice(0, found.index), sas: found[1] ?? "" };
}

/** How messages call an address: without its signature. */
export function azureName(location: string): string {
  const { start } = parted(location);
  // What stands before the @ of abfss:// is a container, and no secret.
  return abfs.test(start) || abs.test(start) ? start : redact(location);
}
