import { isRecord, type Json, type JsonRecord } from "../json.ts";
import { type Digest, decodeBase64, readDigest } from "./bytes.ts";
import { isNumberText } from "./number.ts";

/**
 * A value of a case or an answer, its tag understood. The tags keep what JSON parsers lose: number
 * texts, lone surrogates, bytes, and the order and the odd names of object members.
 */
export type Tagged =
  | { readonly kind: "null" }
  | { readonly kind: "boolean"; readonly value: boolean }
  | { readonly kind: "number"; readonly text: string }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "bytes"; readonly bytes: Uint8Array }
  | { readonly kind: "digest"; readonly digest: Digest }
  | { readonly kind: "array"; readonly items: readonly Json[] }
  | { readonly kind: "object"; readonly members: readonly (readonly [string, Json])[] }
  | { readonly kind: "error"; readonly error: JsonRecord }
  | { readonly kind: "absent" }
  | { readonly kind: "any" }
  | { readonly kind: "record"; readonly record: JsonRecord }
  | { readonly kind: "mistake"; readonly message: string };

/** Reads one level of `value`; what is inside arrays and objects is read when it is come to. */
export function readTag(value: Json | undefined): Tagged {
  if (value === undefined) return { kind: "absent" };
  if (value === null) return { kind: "null" };
  if (typeof value === "boolean") return { kind: "boolean", value };
  if (typeof value === "string") return { kind: "text", text: value };
  // A plain number is a count or a version; as a value it is what its shortest text says.
  if (typeof value === "number") return { kind: "number", text: numberText(value) };
  if (!isRecord(value)) return { kind: "array", items: value };
  const tag = Object.keys(value).find((key) => key.startsWith("$"));
  return tag === undefined ? { kind: "record", record: value } : readTagged(tag, value);
}

function readTagged(tag: string, value: JsonRecord): Tagged {
  const content = value[tag];
  switch (tag) {
    case "$number":
      if (typeof content === "string" && isNumberText(content))
        return { kind: "number", text: content };
      return mistake(`$number needs the text of a JSON number, NaN, Infinity or -Infinity`);
    case "$string16":
      if (typeof content === "string" && /^(?:[0-9a-fA-F]{4})*$/.test(content))
        return { kind: "text", text: decodeUtf16(content) };
      return mistake("$string16 needs four hexadecimal digits for each UTF-16 unit");
    case "$bytes": {
      const bytes = typeof content === "string" ? decodeBase64(content) : undefined;
      return bytes === undefined
        ? mistake("$bytes needs padded base64 of the standard alphabet")
        : { kind: "bytes", bytes };
    }
    case "$sha256": {
      const digest = readDigest(value);
      return digest === undefined
        ? mistake("$sha256 needs 64 hexadecimal digits, and a length beside it")
        : { kind: "digest", digest };
    }
    case "$object":
      return readObject(content);
    case "$error":
      return isRecord(content)
        ? { kind: "error", error: content }
        : mistake("$error needs an object with a category");
    case "$absent":
      return { kind: "absent" };
    case "$any":
      return { kind: "any" };
    default:
      return mistake(`${tag} is no tag of the protocol`);
  }
}

function readObject(content: Json | undefined): Tagged {
  if (!Array.isArray(content)) return mistake("$object needs an array of [key, value] pairs");
  const members: [string, Json][] = [];
  for (const pair of content as readonly Json[]) {
    const [key, value] = Array.isArray(pair) && pair.length === 2 ? pair : [];
    const name = readTag(key);
    if (value === undefined || name.kind !== "text")
      return mistake("$object needs an array of [key, value] pairs");
    members.push([name.text, value]);
  }
  return { kind: "object", members };
}

function numberText(value: number): string {
  return Object.is(value, -0) ? "-0.0" : String(value);
}

function decodeUtf16(hex: string): string {
  const units = hex.match(/.{4}/g) ?? [];
  return units.map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join("");
}

function mistake(message: string): Tagged {
  return { kind: "mistake", message };
}
