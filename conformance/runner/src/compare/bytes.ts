import { createHash } from "node:crypto";
import type { JsonRecord } from "../json.ts";

/** Bytes by their hash, where a case need not hold them whole. */
export interface Digest {
  /** Lower-case hexadecimal. */
  readonly sha256: string;
  /** Bytes. */
  readonly length: number;
}

/** The bytes of padded base64 in the standard alphabet, or `undefined` for any other text. */
export function decodeBase64(text: string): Uint8Array | undefined {
  const bytes = Buffer.from(text, "base64");
  return bytes.toString("base64") === text ? bytes : undefined;
}

/** The digest that a `$sha256` holds, or `undefined` where it is malformed. */
export function readDigest(value: JsonRecord): Digest | undefined {
  const { $sha256: sha256, length } = value;
  if (typeof sha256 !== "string" || !/^[0-9a-fA-F]{64}$/.test(sha256)) return undefined;
  if (typeof length !== "number" || !Number.isSafeInteger(length) || length < 0) return undefined;
  return { sha256: sha256.toLowerCase(), length };
}

/** The digest of `bytes`. */
export function digestOf(bytes: Uint8Array): Digest {
  return { sha256: createHash("sha256").update(bytes).digest("hex"), length: bytes.length };
}

/** The offset of the first byte that differs, or -1 where there is none. */
export function firstDifference(a: Uint8Array, b: Uint8Array): number {
  const shorter = Math.min(a.length, b.length);
  for (let at = 0; at < shorter; at++) if (a[at] !== b[at]) return at;
  return a.length === b.length ? -1 : shorter;
}
