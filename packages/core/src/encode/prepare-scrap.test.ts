import { expect, test } from "vitest";
import { defineEncoder } from "../encoder/encoder.ts";
import { encodeScrap } from "./encode-scrap.ts";
import { prepareScrap } from "./prepare-scrap.ts";

/** An encoder that encodes only once it is loaded. */
function lazyEncoder(name: string, encodable: (value: unknown) => boolean) {
  const state = { loads: 0 };
  const encoder = defineEncoder<unknown, string>({
    name,
    encodable,
    encode: () => {
      if (state.loads === 0) throw new Error("not loaded");
      return name;
    },
    decode: (data) => data,
    load: async () => {
      await Promise.resolve();
      state.loads++;
    },
  });
  return { encoder, state };
}

const date = () => lazyEncoder("date", (value) => value instanceof Date);

test("the encoder that takes the value is loaded before it encodes", async () => {
  const { encoder, state } = date();
  const [output] = await prepareScrap("x", new Date(0), { encoders: [encoder] });
  expect(Object.keys(output?.data ?? {})).toEqual(["application/scrapbook.scrap.date+json"]);
  expect(state.loads).toBe(1);
});

test("the encoder that is named is loaded", async () => {
  const { encoder, state } = date();
  await prepareScrap("x", 1, { encoders: [encoder], encoder: "date" });
  expect(state.loads).toBe(1);
});

test("an encoder that is not needed is not loaded", async () => {
  const { encoder, state } = date();
  const outputs = await prepareScrap("x", 1, { encoders: [encoder] });
  expect(outputs).toEqual(encodeScrap("x", 1));
  expect(state.loads).toBe(0);
});

test("the name is refused before an encoder is missed", async () => {
  const given = prepareScrap(1 as never, 1, { encoder: "odd" });
  await expect(given).rejects.toMatchObject({ code: "usage-argument" });
  await expect(prepareScrap("x", 1, { encoder: "odd" })).rejects.toMatchObject({
    code: "encoder-unknown",
  });
});

test("an encoder that cannot be loaded is said to be unavailable", async () => {
  const { encoder } = date();
  const cause = new TypeError("no network");
  const broken = { ...encoder, load: () => Promise.reject(cause) };
  await expect(prepareScrap("x", new Date(0), { encoders: [broken] })).rejects.toMatchObject({
    code: "encoder-unavailable",
    cause,
  });
});
