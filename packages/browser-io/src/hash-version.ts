import { sha256 } from "@noble/hashes/sha2.js";

/**
 * The version of a file: a hash of its bytes, so that it tells a change however soon it came after
 * the last. Of large ones it takes a while: {@link hashAside} does not hold up the page.
 */
export function hashVersion(bytes: Uint8Array): string {
  return text(sha256(bytes));
}

/** The same, beside the page's own work. */
export async function hashAside(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return text(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)));
}

function text(digest: Uint8Array): string {
  let hex = "";
  for (const byte of digest) hex += byte.toString(16).padStart(2, "0");
  return `sha256-${hex}`;
}
