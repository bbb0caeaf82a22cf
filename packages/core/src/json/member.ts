/**
 * Sets an own property whatever its name: assigning to `__proto__` would change the prototype
 * instead.
 */
export function setMember<T>(object: Record<string, T>, key: string, value: T): void {
  if (key === "__proto__") {
    Object.defineProperty(object, key, {
      value,
      enumerable: true,
      writable: true,
      configurable: true,
    });
  } else {
    object[key] = value;
  }
}
