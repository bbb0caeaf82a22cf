import { expect, test } from "vitest";
import { ScrapbookError } from "../error/error.ts";
import { defineEncoder } from "./encoder.ts";
import { load, loadedIfPossible } from "./load.ts";

const date = defineEncoder<Date, string>({
  name: "date",
  encodable: (value) => value instanceof Date,
  encode: (value) => value.toISOString(),
  decode: (data) => new Date(data),
});
const forbidden = new ScrapbookError("encoder-unavailable", { what: "The page forbids it" });

test("an error of another kind gets the code encoder-unavailable", async () => {
  const broken = { ...date, load: () => Promise.reject(new TypeError("no network")) };
  await expect(load(broken)).rejects.toMatchObject({
    code: "encoder-unavailable",
    cause: new TypeError("no network"),
  });
  await expect(load({ ...date, load: () => Promise.reject(forbidden) })).rejects.toBe(forbidden);
});

test("where it need not load, a value says why it is not there, until loading succeeds", async () => {
  let isForbidden = true;
  const encoder = loadedIfPossible({
    ...date,
    load: async () => {
      if (isForbidden) throw forbidden;
    },
  });
  await encoder.load?.();
  expect(() => encoder.decode("2026-11-26" as never)).toThrow(forbidden);
  expect([encoder.name, encoder.encodable(new Date(0)), encoder.encodable(0)]).toEqual([
    ...["date", true, false],
  ]);
  isForbidden = false;
  await encoder.load?.();
  expect(encoder.decode("2026-11-26" as never)).toEqual(new Date("2026-11-26"));
  expect(encoder.encode(new Date(0) as never)).toBe("1970-01-01T00:00:00.000Z");
});

test("an encoder that loads nothing is left as it is", () => {
  expect(loadedIfPossible(date)).toBe(date);
});
