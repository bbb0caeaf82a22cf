import type { Scraps } from "@scrapbook/core";

/**
 * The scalar scraps as YAML, as `papermill -f` reads it: one notebook's results are the next one's
 * parameters. Texts are JSON texts, which YAML reads as well; numbers keep their value and kind.
 */
export function paramsYaml(scraps: Scraps): string {
  const lines: string[] = [];
  for (const [name, scrap] of scraps) {
    const result = scrap.tryData();
    const value = result.ok ? yamlScalar(result.value, scrap.rawText) : undefined;
    if (value !== undefined) lines.push(`${JSON.stringify(name)}: ${value}\n`);
  }
  return lines.length === 0 ? "{}\n" : lines.join("");
}

/** @param source the JSON text of the scrap's data, which knows `1.0` from `1`. */
function yamlScalar(value: unknown, source: string | undefined): string | undefined {
  if (typeof value === "string")
    return JSON.stringify(value).replace(/[\u007f-\u009f\u2028\u2029\ufeff]/g, escaped);
  if (typeof value === "boolean" || typeof value === "bigint") return String(value);
  if (typeof value !== "number") return undefined;
  if (Number.isNaN(value)) return ".nan";
  if (!Number.isFinite(value)) return value > 0 ? ".inf" : "-.inf";
  const isFloat = !Number.isInteger(value) || /[.eE]/.test(source ?? "");
  return isFloat ? yamlFloat(value) : Object.is(value, -0) ? "-0.0" : String(value);
}

/** A float with a point and a signed exponent: YAML 1.1, which papermill reads, takes `1e-7` for text. */
function yamlFloat(value: number): string {
  const [digits = "", exponent] = (Object.is(value, -0) ? "-0" : String(value)).split("e");
  const mantissa = digits.includes(".") ? digits : `${digits}.0`;
  return exponent === undefined
    ? mantissa
    : `${mantissa}e${/^[+-]/.test(exponent) ? "" : "+"}${exponent}`;
}

const escaped = (character: string) =>
  `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
