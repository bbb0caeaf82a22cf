import { floatText, stringifyJson } from "@scrapbook/core";
import { float16, float16Bits } from "../value/float16.ts";

/** `repr` of a Python float; of a numpy float of fewer bits, its shortest digits. */
export function pythonFloat(value: number, bits = 64): string {
  if (Number.isNaN(value)) return "nan";
  if (!Number.isFinite(value)) return value > 0 ? "inf" : "-inf";
  return stringifyJson(floatText(bits === 64 ? value : shortest(value, bits)));
}

/** The double with the fewest digits that rounds to the same narrower float. */
function shortest(value: number, bits: number): number {
  // toPrecision would lose the sign of a zero.
  if (value === 0) return value;
  const round = bits === 32 ? Math.fround : (double: number) => float16(float16Bits(double));
  for (let digits = 1; digits < 10; digits++) {
    const candidate = Number(value.toPrecision(digits));
    if (round(candidate) === value) return candidate;
  }
  return value;
}
