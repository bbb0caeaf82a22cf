import { ScrapbookError } from "@scrapbook/core";
import { decodeLongBase64, encodeBase64, utf8Encoder } from "@scrapbook/core/internal";
import type { ContentsApi, Model, Request } from "./contents-api.ts";

/** A file, and its bytes as they are. */
export interface FileContent {
  readonly model: Model;
  readonly bytes: Uint8Array;
}

/**
 * Asks for a file's bytes: as a file, not as a notebook, which the server would write anew. It comes
 * as text, or in base64 where it is no UTF-8.
 */
export async function getContent(api: ContentsApi, request: Request): Promise<FileContent> {
  const model = await api({ ...request, query: "type=file&content=1" });
  const content = typeof model.content === "string" ? model.content : "";
  const bytes =
    model.format === "base64"
      ? decodeLongBase64(content.replace(/\s/g, ""))
      : utf8Encoder.encode(content);
  if (bytes !== undefined) return { model, bytes };
  const what = "The server says base64, and it is none";
  throw new ScrapbookError("store-io", { what, source: request.source });
}

/** What is sent to save bytes as they are. */
export function saveOf(bytes: Uint8Array<ArrayBuffer>): object {
  try {
    const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
    return { type: "file", format: "text", content: decoder.decode(bytes) };
  } catch {
    return { type: "file", format: "base64", content: encodeBase64(bytes) };
  }
}
