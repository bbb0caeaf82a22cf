import { afterEach, describe, expect, test, vi } from "vitest";
import { decodeBase64, encodeBase64 } from "./base64.ts";

const bytes = (length: number) => Uint8Array.from({ length }, (_, i) => (i * 37 + 5) % 256);
const limit = 1e6;

/** What newer platforms have: strict in its characters, but not in its padding. */
function fromBase64(text: string): Uint8Array {
  const binary = atob(text);
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

afterEach(() => {
  vi.unstubAllGlobals();
  if (Reflect.get(Uint8Array, "fromBase64") === fromBase64)
    Reflect.deleteProperty(Uint8Array, "fromBase64");
});

describe.each(["with Buffer", "without Buffer", "with fromBase64"])("%s", (name) => {
  const hideBuffer = () => {
    if (name === "without Buffer") vi.stubGlobal("Buffer", undefined);
    if (name === "with fromBase64") Object.assign(Uint8Array, { fromBase64 });
  };

  test.each([0, 1, 2, 3, 4, 100, 24_575, 24_576, 24_577, 60_000])(
    "%i bytes come back",
    (length) => {
      const expected = Buffer.from(bytes(length)).toString("base64");
      hideBuffer();
      expect(encodeBase64(bytes(length))).toBe(expected);
      expect(decodeBase64(expected, limit)).toEqual(bytes(length));
    },
  );

  test("a window of a larger buffer is written alone", () => {
    hideBuffer();
    expect(encodeBase64(bytes(20).subarray(5, 8))).toBe(encodeBase64(bytes(20).slice(5, 8)));
  });
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
