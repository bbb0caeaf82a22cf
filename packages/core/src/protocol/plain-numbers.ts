import { setMember } from "../json/member.ts";
import type { Validator } from "./generated/validator.ts";

/**
 * A validator that knows the numbers of this package: a bigint is an integer, and the infinities are
 * numbers that are none. SPEC §10.1. Generated code knows plain numbers alone.
 */
export function withNumbers<T>(check: Validator<T>): Validator<T> {
  const validate: Validator<T> = (value: unknown): value is T => {
    const isValid = check(plainNumbers(value));
    validate.errors = check.errors ?? null;
    return isValid;
  };
  return validate;
}

/** The value, or a copy of the same shape in which every number is one that generated code judges right. */
function plainNumbers(value: unknown): unknown {
  const root: Record<string, unknown> = {};
  const waiting: [target: object, key: string, value: unknown][] = [[root, "value", value]];
  const copies = new Map<object, object>();
  for (let entry = waiting.pop(); entry !== undefined; entry = waiting.pop()) {
    const [target, key, member] = entry;
    if (typeof member !== "object" || member === null) {
      setMember(target as Record<string, unknown>, key, plainNumber(member));
      continue;
    }
    // What contains itself is copied once; the copy contains itself as well.
    const known = copies.get(member);
    const copy = known ?? (Array.isArray(member) ? new Array<unknown>(member.length) : {});
    setMember(target as Record<string, unknown>, key, copy as unknown);
    if (known !== undefined) continue;
    copies.set(member, copy);
    for (const [name, inner] of Object.entries(member).reverse()) waiting.push([copy, name, inner]);
  }
  return root.value;
}

function plainNumber(value: unknown): unknown {
  if (typeof value === "bigint") {
    const rounded = Number(value);
    return Number.isFinite(rounded) ? rounded : value > 0n ? 2 ** 53 : -(2 ** 53);
  }
  // A number, and no integer.
  return value === Number.POSITIVE_INFINITY || value === Number.NEGATIVE_INFINITY ? 0.5 : value;
}
