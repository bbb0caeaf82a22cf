import { ScrapbookError } from "@scrapbook/core";
import { bucketName } from "./bucket-name.ts";

/** An object in a bucket, or with a `/` at the end of its key the folder below it. */
export interface BucketAddress {
  readonly bucket: string;
  readonly key: string;
}

/**
 * Takes `scheme://bucket/key` apart as papermill does: everything behind the bucket is the key, as it
 * is, `?`, `#` and `%` too.
 *
 * @throws `usage-argument`.
 */
export function bucketAddress(location: string): BucketAddress {
  const [, bucket, key] = /^[a-z0-9]+:\/\/([^/]*)\/*(.*)$/is.exec(location) ?? [];
  const isName = bucket !== undefined && /^[\w.-]{1,255}$/.test(bucket) && !/^\.+$/.test(bucket);
  // A URL that ends with these means what is above.
  if (isName && key !== undefined && key !== "." && key !== "..") return { bucket, key };
  throw new ScrapbookError("usage-argument", {
    what: "The address names no bucket",
    source: bucketName(location).slice(0, 80),
    expected: "scheme://bucket/key, without user and password",
  });
}

/** Whether such an address is that of a folder. */
export const isBucketFolder = (location: string): boolean =>
  location.endsWith("/") || /^[a-z0-9]+:\/\/[^/]*$/i.test(location);

/** The location of what lies below a folder. */
export const belowBucket = (folder: string, path: string): string =>
  folder.endsWith("/") ? folder + path : `${folder}/${path}`;
