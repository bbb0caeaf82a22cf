import type { IncomingMessage } from "node:http";
import type { Stamp, Version } from "@scrapbook/core/io";
import { Failure } from "../failure.ts";
import type { Answer, ObjectHead } from "../object/client.ts";

/** One value of a header; `undefined` where there is none. */
export function header(answer: IncomingMessage, name: string): string | undefined {
  const value = answer.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

/** The bytes of a successful answer. @param head what its headers say of the object. */
export function answerOf(answer: IncomingMessage, head: ObjectHead): Answer {
  return {
    head,
    start: startOf(answer),
    bytes: answer as AsyncIterable<Uint8Array>,
    close: () => answer.destroy(),
  };
}

/** What the headers of a web server say of an object. */
export function headOf(answer: IncomingMessage): ObjectHead {
  const etag = header(answer, "etag");
  const isStrong = etag !== undefined && /^"[^"]*"$/.test(etag);
  const encoding = header(answer, "content-encoding")?.toLowerCase();
  const modified = header(answer, "last-modified");
  return {
    size: sizeOf(answer),
    stamp: (etag ?? modified) as Stamp | undefined,
    version: isStrong ? (etag as Version) : undefined,
    encoding: encoding === "identity" || encoding === "" ? undefined : encoding,
    marks: [],
  };
}

/** The first byte's offset: of a part the one it names. */
function startOf(answer: IncomingMessage): number {
  if (answer.statusCode !== 206) return 0;
  const start = /^bytes (\d+)-/.exec(header(answer, "content-range") ?? "")?.[1];
  if (start !== undefined) return Number(start);
  answer.destroy();
  throw new Failure("store-io", { what: "The server sent a part, and does not say which" });
}

/** Bytes of the whole object, also where only a part is sent. */
function sizeOf(answer: IncomingMessage): number | undefined {
  if (answer.statusCode === 206) {
    const size = /\/(\d+)$/.exec(header(answer, "content-range") ?? "")?.[1];
    return size === undefined ? undefined : Number(size);
  }
  const length = header(answer, "content-length");
  return length !== undefined && /^\d+$/.test(length) ? Number(length) : undefined;
}

/** The header `Range` for offsets. */
export function rangeHeader(
  range: { readonly start: number; readonly end: number | undefined } | undefined,
): Record<string, string> {
  if (range === undefined) return {};
  return { range: `bytes=${range.start}-${range.end === undefined ? "" : range.end - 1}` };
}
