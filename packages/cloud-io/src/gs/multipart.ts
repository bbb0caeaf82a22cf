import { randomUUID } from "node:crypto";

/** An upload of a description and bytes in one request. Some servers take the bytes' own type, so both say the same. */
export function multipart(
  description: { readonly contentType: string; readonly [member: string]: unknown },
  bytes: Uint8Array,
): { readonly body: Uint8Array; readonly type: string } {
  const boundary = `scrapbook-${randomUUID()}`;
  const { contentType } = description;
  const type = /^[\x20-\x7e]+$/.test(contentType) ? contentType : "application/octet-stream";
  const start =
    `--${boundary}\r\nContent-Type: application/json; charset=UTF-8\r\n\r\n` +
    `${JSON.stringify(description)}\r\n--${boundary}\r\nContent-Type: ${type}\r\n\r\n`;
  return {
    body: Buffer.concat([Buffer.from(start), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
    type: `multipart/related; boundary=${boundary}`,
  };
}
