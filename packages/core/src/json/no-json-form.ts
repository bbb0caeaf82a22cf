/** What messages say of a value that JSON has nothing for. */
export const noJsonForm = "A value has no JSON form";

/** Such a value, for messages: `an instance of Map`, `function`. */
export function describeForeign(value: unknown): string {
  const isInstance = typeof value === "object" && value !== null;
  return isInstance ? `an instance of ${value.constructor?.name}` : typeof value;
}

/** Whether an object's own members are all there is to it: a class instance or a Map would lose what it is. */
export function isRecord(value: object): value is Record<string, unknown> {
  const prototype: unknown = Object.getPrototypeOf(value);
  // Object.prototype of any realm, or none.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
