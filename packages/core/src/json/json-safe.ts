/**
 * What `JSON.stringify` can write of a value: big integers become their decimal digits as text, the
 * rest becomes what `JSON.stringify` makes of it. `undefined` where that is nothing.
 */
export function jsonSafe(value: unknown): unknown {
  const text = JSON.stringify(value, (_key, member) =>
    typeof member === "bigint" ? `${member}` : member,
  );
  return text && JSON.parse(text);
}
