import fc from "fast-check";
import { expect, test } from "vitest";
import { BundleKeys } from "./bundle-keys.ts";

const key = (encoder: string) => `application/scrapbook.scrap.${encoder}+json`;

test("an encoder's keys are counted up past those that are taken", () => {
  const keys = new BundleKeys([key("json"), key("json-2"), key("text")]);
  expect([keys.take("json"), keys.take("json"), keys.take("odd")]).toEqual([
    key("json-3"),
    key("json-4"),
    key("odd"),
  ]);
  keys.free(key("json-2"));
  expect([keys.take("json"), keys.take("json")]).toEqual([key("json-2"), key("json-5")]);
});

test("the first key that is free is given, whatever was taken and freed", () => {
  const encoder = fc.constantFrom("a", "a-2", "a-2-2", "a-1", "b");
  const step = fc.record({ encoder, frees: fc.option(fc.nat({ max: 9 })) });
  fc.assert(
    fc.property(fc.array(encoder), fc.array(step, { maxLength: 60 }), (taken, steps) => {
      const keys = new BundleKeys(taken.map(key));
      const naive = new Set(taken.map(key));
      for (const { encoder, frees } of steps) {
        const gone = frees === null ? undefined : [...naive][frees];
        if (gone !== undefined) {
          keys.free(gone);
          naive.delete(gone);
        }
        let count = 1;
        const nth = () => key(count === 1 ? encoder : `${encoder}-${count}`);
        while (naive.has(nth())) count++;
        naive.add(nth());
        expect(keys.take(encoder)).toBe(nth());
      }
    }),
  );
});
