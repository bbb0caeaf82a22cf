type Colour = readonly [red: number, green: number, blue: number];

/** What text of a terminal stands on, in the light and in the dark: the palettes' `raised`. */
const grounds = { light: [244, 245, 245], dark: [29, 34, 38] } as const;
/** AA of WCAG, and a little for rounding. */
const leastContrast = 4.6;
const steps = 40;

/** A colour as CSS that can be read on either ground: darker in the light, lighter in the dark, where it must be. */
export function readableColour(colour: Colour): string {
  return `light-dark(${css(towards(colour, 0, grounds.light))},${css(towards(colour, 255, grounds.dark))})`;
}

/** A colour as CSS. */
export function css(colour: Colour): string {
  return `rgb(${colour.join(" ")})`;
}

function towards(colour: Colour, end: number, ground: Colour): Colour {
  for (let step = 0; step <= steps; step++) {
    const mixed = colour.map((part) => Math.round(part + ((end - part) * step) / steps));
    const candidate = mixed as unknown as Colour;
    if (contrast(candidate, ground) >= leastContrast) return candidate;
  }
  return [end, end, end];
}

function contrast(a: Colour, b: Colour): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** WCAG's relative luminance. */
function luminance(colour: Colour): number {
  const [red, green, blue] = colour.map((part) => {
    const value = part / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as unknown as Colour;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
