/** A random notebook with some of its values, and of its white space, made long. */
export function inflated(text: string, length: number): string {
  const long = "x\\ud800é".repeat(length);
  const nested = `${"[".repeat(9)}${'{"a":1},'.repeat(length)}1${"]".repeat(9)}`;
  return text
    .replaceAll('"shown"', `"${long}"`)
    .replaceAll('"kept"', `[${`"${long}",`.repeat(3)}"kept"]`)
    .replaceAll('"s"', `"${long}"`)
    .replaceAll('"own": {}', `"own": {"a": ${nested}}`)
    .replaceAll('"own":{}', `"own":{"a":${nested}}`)
    .replaceAll('"source"', `"more":${nested},"source"`)
    .replaceAll(
      '"execution_count"',
      `${" ".repeat(length * 9)}"execution_count"${" ".repeat(length)}`,
    );
}
