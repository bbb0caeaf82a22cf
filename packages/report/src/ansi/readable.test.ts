import { expect, test } from "vitest";
import { readableColour } from "./readable.ts";

test("a colour that can be read on both grounds stays", () => {
  expect(readableColour([128, 110, 130])).toMatch(
    /^light-dark\(rgb\(\d+ \d+ \d+\),rgb\(\d+ \d+ \d+\)\)$/,
  );
});

test("white is darker in the light, black lighter in the dark", () => {
  const [, light] = /light-dark\(rgb\((\d+) /.exec(readableColour([255, 255, 255])) ?? [];
  const [, dark] = /,rgb\((\d+) /.exec(readableColour([0, 0, 0])) ?? [];
  expect(Number(light)).toBeLessThan(130);
  expect(Number(dark)).toBeGreaterThan(120);
});
