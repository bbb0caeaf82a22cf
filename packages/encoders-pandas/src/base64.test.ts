import { encodeBase64 } from "@scrapbook/core/internal";
import { expect, test } from "vitest";
import { decodeBase64 } from "./base64.ts";

const bytes = (length: number) => Uint8Array.from({ length }, (_, i) => (i * 37 + 5) % 256);
const limit = 1e6;

test.each([0, 1, 2, 3, 4, 100])("%i bytes come back", (length) => {
  expect(decodeBase64(encodeBase64(bytes(length)), limit)).toEqual(bytes(length));
});

test("the bytes are in a buffer of their own", () => {
  const { buffer, byteLength } = decodeBase64("AAEC", limit);
  expect(buffer.byteLength).toBe(byteLength);
});

test("white space is passed over", () => {
  expect(decodeBase64(" AA\tEC\r\nAw\n==  \n", limit)).toEqual(Uint8Array.of(0, 1, 2, 3));
});

test.each([
  ["AAE*", '"*" at character 3'],
  ["AA-_", '"-" at character 2'],
  ["AAEC\u00a0", '"\u00a0" at character 4'],
  ["żółw", '"ż" at character 0'],
  ["AA==AAEC", '"=" at character 2'],
  ["AAE===", '"=" at character 3'],
  ["AA=A", '"=" at character 2'],
  // Its low byte is that of A.
  ["AAE\u0141", '"\u0141" at character 3'],
])("%j is refused, with the first wrong character", (text, got) => {
  expect(() => decodeBase64(text, limit)).toThrow(
    expect.objectContaining({
      code: "encoder-decode-failed",
      details: expect.objectContaining({ got }),
    }),
  );
});

test.each(["A", "AA", "AAE", "AAECA", "AA="])("%j is refused: it is cut off", (text) => {
  expect(() => decodeBase64(text, limit)).toThrow(/cut off/);
});

test("a text of more bytes than the limit is refused before it is decoded", () => {
  expect(decodeBase64("AAECAw==", 4)).toHaveLength(4);
  expect(() => decodeBase64("AAECAw==", 3)).toThrow(
    expect.objectContaining({ code: "encoder-too-large" }),
  );
});
