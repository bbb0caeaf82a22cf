/**
 * Whether a value is of one of the browser's classes. Workers lack some of them, and Node most.
 *
 * @param name the class's name.
 */
export function isA<T>(value: unknown, name: string): value is T {
  const found: unknown = Reflect.get(globalThis, name);
  return typeof found === "function" && value instanceof found;
}
