import { expect, test } from "vitest";
import { dark, light, type Palette, paletteProperties } from "./palette.ts";

const pairs: readonly (readonly [keyof Palette, keyof Palette])[] = [
  ...(["ink", "muted", "accent", "bad", "warn", "good"] as const).flatMap((text) =>
    (["ground", "raised"] as const).map((ground) => [text, ground] as const),
  ),
  ["good", "goodGround"],
  ["warn", "warnGround"],
  ["bad", "badGround"],
  ["ink", "badGround"],
];

test.each(
  [
    ["light", light],
    ["dark", dark],
  ].flatMap(([scheme, palette]) =>
    pairs.map(([text, ground]) => [scheme, text, ground, palette] as const),
  ),
)("%s: %s on %s has a contrast of at least 4.5", (_scheme, text, ground, palette) => {
  const { [text]: ink, [ground]: behind } = palette as Palette;
  expect(contrast(String(ink), String(behind))).toBeGreaterThanOrEqual(4.5);
});

test.each([
  ["light", light],
  ["dark", dark],
] as const)("a terminal's colours can be read on the %s page's boxes", (_scheme, palette) => {
  for (const colour of palette.terminal) {
    expect(contrast(colour, palette.raised)).toBeGreaterThanOrEqual(4.5);
  }
});

test("names become custom properties", () => {
  expect(paletteProperties(light)).toContain("--good-ground:#e4f3ea;");
});

/** WCAG 2's contrast ratio. */
function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
