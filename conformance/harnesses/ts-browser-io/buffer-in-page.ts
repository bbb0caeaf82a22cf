// What the harness of core uses of Node's Buffer, for a page.
import { decodeLongBase64, encodeBase64 } from "@scrapbook/core/internal";

export const Buffer = {
  from: (content: string | Uint8Array): Uint8Array | { toString(encoding: "base64"): string } =>
    typeof content === "string"
      ? (decodeLongBase64(content) ?? new Uint8Array())
      : { toString: () => encodeBase64(content) },
};
