import fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";
import { decodeBase64, decodeLongBase64, encodeBase64 } from "./base64.ts";

/** What newer platforms have. */
function toBase64(this: Uint8Array): string {
  return btoa(Array.from(this, (byte) => String.fromCharCode(byte)).join(""));
}

/** What newer platforms have: strict in its characters, but not in its padding. */
const fromBase64 = (text: string): Uint8Array =>
  Uint8Array.from(atob(text), (character) => character.charCodeAt(0));

const platforms: Record<string, () => void> = {
  "Buffer alone": () => {},
  "neither Buffer nor base64 of Uint8Array": () => vi.stubGlobal("Buffer", undefined),
  "base64 of Uint8Array": () => {
    vi.stubGlobal("Buffer", undefined);
    Object.defineProperty(Uint8Array.prototype, "toBase64", {
      value: toBase64,
      configurable: true,
    });
    Object.defineProperty(Uint8Array, "fromBase64", { value: fromBase64, configurable: true });
  },
};

const own = Object.getOwnPropertyDescriptor(Uint8Array.prototype, "toBase64");

afterEach(() => {
  vi.unstubAllGlobals();
  if (Reflect.get(Uint8Array, "fromBase64") === fromBase64)
    Reflect.deleteProperty(Uint8Array, "fromBase64");
  Reflect.deleteProperty(Uint8Array.prototype, "toBase64");
  if (own !== undefined) Object.defineProperty(Uint8Array.prototype, "toBase64", own);
});

const toText = (bytes: Uint8Array): string => globalThis.Buffer.from(bytes).toString("base64");

describe.each(Object.entries(platforms))("on a platform with %s", (_, choose) => {
  test("base64 of any bytes is what Node writes, and reads back", () => {
    const pairs = fc
      .sample(fc.uint8Array({ maxLength: 100 }), 300)
      .concat(Uint8Array.from({ length: 20_000 }, (_, i) => (i * 37 + 5) % 256))
      .map((bytes) => ({ bytes: new Uint8Array(bytes), text: toText(bytes) }));
    choose();
    for (const { bytes, text } of pairs) {
      expect(encodeBase64(bytes)).toBe(text);
      for (const decode of [decodeBase64, decodeLongBase64]) {
        expect(decode(text)).toEqual(bytes);
        expect(decode(text.replace(/=/g, ""))).toEqual(bytes);
        expect(decode(text.replace(/(..)/g, " $1\r\n\t"))).toEqual(bytes);
      }
    }
  });

  test("a window of a larger buffer is written alone", () => {
    choose();
    const bytes = Uint8Array.of(9, 9, 0, 1, 2, 9);
    expect(encodeBase64(bytes.subarray(2, 5))).toBe("AAEC");
  });

  test("bytes have a buffer of their own", () => {
    choose();
    for (const text of ["AAEC", "AAEC".repeat(10_000)]) {
      const bytes = decodeLongBase64(text);
      expect(bytes).toHaveLength((text.length / 4) * 3);
      expect(bytes?.buffer.byteLength).toBe(bytes?.length);
    }
  });

  test.each([
    ...[
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
    ],
    ...["QQ==QQ==", "QUJ\f", "AA-_", "AAEC\u00a0", "żółw"],
    // The low byte of its last unit is that of A.
    "AAE\u0141",
  ])("%j gives nothing, where others skip what is odd", (text) => {
    choose();
    const long = "AAEC".repeat(10_000) + text;
    expect(decodeBase64(text)).toBeUndefined();
    expect(decodeLongBase64(text)).toBeUndefined();
    expect(decodeLongBase64(long)).toBeUndefined();
  });
});
