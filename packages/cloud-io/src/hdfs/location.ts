import { ScrapbookError } from "@scrapbook/core";
import { hdfsName } from "./name.ts";

/** A file or folder of HDFS. */
export interface HdfsAddress {
  /** The NameNode that the address names, with the port of its own protocol; empty: the default one. */
  readonly authority: string;
  /** Begins with `/`, and does not end with it. The root is empty. */
  readonly path: string;
}

/**
 * Takes `hdfs://host:port/path` and `hdfs:///path` apart. Everything behind the host is the path as
 * it is, `?`, `#` and `%` too, as Hadoop's own clients take it.
 *
 * @throws `usage-argument`.
 */
export function hdfsAddress(location: string): HdfsAddress {
  const [, authority, path] = /^hdfs:\/\/([^/]*)(\/.*)?$/is.exec(location) ?? [];
  const isHost = authority !== undefined && /^(?:[\w.-]{1,255}(?::\d{1,5})?)?$/.test(authority);
  const names = (path ?? "").split("/").filter((name) => name !== "");
  if (isHost && names.every((name) => name !== "." && name !== "..")) {
    return { authority, path: names.map((name) => `/${name}`).join("") };
  }
  throw new ScrapbookError("usage-argument", {
    what: "This is no address of a file in HDFS",
    source: hdfsName(location).slice(0, 80),
    expected: "hdfs://host/path or hdfs:///path, without user and password, . and ..",
  });
}

/** The location of what lies below a folder. */
export const belowHdfs = (folder: string, path: string): string =>
  folder.endsWith("/") && !folder.endsWith("://") ? folder + path : `${folder}/${path}`;

/** Whether a location is that of a folder, whatever lies there. */
export const isHdfsFolder = (location: string): boolean =>
  location.endsWith("/") || /^hdfs:\/\/[^/]*$/i.test(location);
