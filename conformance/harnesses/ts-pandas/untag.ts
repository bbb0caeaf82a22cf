/** A value of the tagged form, as JavaScript has it: integers that are not safe are bigints. */
export function untag(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(untag);
  if (typeof value !== "object" || value === null) return value;
  if ("$number" in value) return numberOf(String(value.$number));
  if ("$bytes" in value) return new Uint8Array(Buffer.from(String(value.$bytes), "base64"));
  if ("$string16" in value)
    return Buffer.from(String(value.$string16), "hex").swap16().toString("utf16le");
  const members = (value as unknown as { readonly $object: readonly [unknown, unknown][] }).$object;
  const result: Record<string, unknown> = {};
  for (const [key, member] of members) {
    const own = { value: untag(member), enumerable: true, writable: true, configurable: true };
    Object.defineProperty(result, String(untag(key)), own);
  }
  return result;
}

function numberOf(text: string): number | bigint {
  const number = Number(text);
  return /^-?\d+$/.test(text) && !Number.isSafeInteger(number) ? BigInt(text) : number;
}
