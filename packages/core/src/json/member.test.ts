import { expect, test } from "vitest";
import { setMember } from "./member.ts";

test("a member is set as an own, ordinary property, whatever its name", () => {
  for (const key of ["a", "__proto__", "constructor", "toString", ""]) {
    const object: Record<string, unknown> = {};
    setMember(object, key, { a: 1 });
    setMember(object, key, 2);
    expect(Object.getPrototypeOf(object)).toBe(Object.prototype);
    expect(Object.getOwnPropertyDescriptor(object, key)).toEqual({
      ...{ value: 2, enumerable: true, writable: true, configurable: true },
    });
  }
});
