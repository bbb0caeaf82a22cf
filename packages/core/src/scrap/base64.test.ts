import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeBase64, encodeBase64 } from "./base64.ts";

test("base64 of any bytes is what Node writes, and reads back", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
      const text = Buffer.from(bytes).toString("base64");
      expect(encodeBase64(bytes)).toBe(text);
      expect(decodeBase64(text)).toEqual(new Uint8Array(bytes));
      expect(decodeBase64(text.replace(/=/g, ""))).toEqual(new Uint8Array(bytes));
      expect(decodeBase64(text.replace(/(..)/g, " $1\r\n\t"))).toEqual(new Uint8Array(bytes));
    }),
  );
});

test("base64 that is none gives nothing instead of skipping what is odd", () => {
  for (const text of [
    "Q",
    "QQ=Q",
    "Q-==",
    "QQ_=",
    "é",
    "QQ\u00a0==",
    "QUJDR",
    "===",
    "=",
    "QUJD=",
    "QUI==",
    "😀",
  ]) {
    expect(decodeBase64(text), text).toBeUndefined();
  }
});
