/** An object of named values, all of them its own, `__proto__` too. */
export function record<T>(names: readonly string[], value: (i: number) => T): Record<string, T> {
  const result: Record<string, T> = {};
  for (const [i, name] of names.entries()) {
    if (name === "__proto__") {
      const own = { value: value(i), enumerable: true, writable: true, configurable: true };
      Object.defineProperty(result, name, own);
    } else result[name] = value(i);
  }
  return result;
}
