import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ScrapbookError } from "@scrapbook/core";
import { schemeOf } from "@scrapbook/core/io";

/** A path as the system takes it: bytes where the name is not UTF-8. */
export type FilePath = string | Buffer;

/** Whether a location is a path, or a `file:` address. A path is a path: `#`, `?` and `;` are parts of it. */
export function isFileLocation(location: unknown): location is string {
  if (typeof location !== "string") return false;
  const scheme = schemeOf(location);
  return scheme === undefined || scheme === "file";
}

/**
 * The path that a location means. A `file:` address may name bytes that are not UTF-8: `%FF`.
 *
 * @throws `usage-argument` for a `file:` address that names no file of this machine.
 */
export function toPath(location: string): FilePath {
  if (schemeOf(location) !== "file") return location;
  try {
    return fileURLToPath(location);
  } catch (error) {
    if (error instanceof URIError) return toBytes(new URL(location).pathname);
    throw new ScrapbookError("usage-argument", {
      what: "This file: address names no file of this machine",
      source: nameOf(location),
      got: (error as Error).message.slice(0, 80),
      cause: error,
    });
  }
}

/** The path that a location means, as text: the only one that can be written. @throws `store-unsupported`. */
export function toTextPath(location: string): string {
  const path = toPath(location);
  if (typeof path === "string") return path;
  throw new ScrapbookError("store-unsupported", {
    what: "The file's name is not UTF-8, so that it can only be read",
    source: nameOf(location),
    hint: "Rename it.",
  });
}

/** How a location is called: its path, `/` between names, `%FF` for bytes that are not UTF-8. */
export function nameOf(location: string): string {
  const path = schemeOf(location) === "file" ? addressName(location) : location;
  return process.platform === "win32" ? path.replaceAll("\\", "/") : path;
}

function addressName(location: string): string {
  try {
    return fileURLToPath(location);
  } catch {
    return decodeRuns(location.replace(/^file:(\/\/[^/]*)?|[?#].*$/gis, ""));
  }
}

/** The `file:` address of an absolute path in bytes. */
export function toAddress(path: Buffer): string {
  return `file://${encodeBytes(path)}`;
}

/** A name in bytes, as text: `%FF` for bytes that are not UTF-8. */
export function showBytes(name: Buffer): string {
  return decodeRuns(encodeBytes(name));
}

function encodeBytes(bytes: Buffer): string {
  let text = "";
  for (const byte of bytes) {
    const character = String.fromCharCode(byte);
    const isPlain = /[\w/.~-]/.test(character);
    text += isPlain ? character : `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
  }
  return text;
}

/** Decodes what is UTF-8, and leaves the rest. */
function decodeRuns(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      return run;
    }
  });
}

function toBytes(pathname: string): Buffer {
  const pieces: Buffer[] = [];
  for (const [part] of pathname.matchAll(/%[0-9a-f]{2}|[^%]+|%/gi)) {
    const isByte = /^%../.test(part);
    pieces.push(isByte ? Buffer.from(part.slice(1), "hex") : Buffer.from(part));
  }
  return Buffer.concat(pieces);
}

/** A path in a folder, by name. */
export function joinPath(folder: FilePath, name: FilePath): FilePath {
  if (typeof folder === "string" && typeof name === "string") return join(folder, name);
  return Buffer.concat([Buffer.from(folder), Buffer.from("/"), Buffer.from(name)]);
}
