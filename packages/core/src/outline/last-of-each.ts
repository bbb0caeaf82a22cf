/** More than this are not compared with each other. */
const few = 8;

/** Without duplicate keys: of each the last, at the place of the first. Nearly always there are none. */
export function lastOfEach<T>(all: T[], keyOf: (one: T) => string): T[] {
  if (all.length <= few && areDistinct(all, keyOf)) return all;
  return [...new Map(all.map((one) => [keyOf(one), one])).values()];
}

function areDistinct<T>(few: readonly T[], keyOf: (one: T) => string): boolean {
  for (let i = 1; i < few.length; i++) {
    for (let j = 0; j < i; j++) {
      if (keyOf(few[i] as T) === keyOf(few[j] as T)) return false;
    }
  }
  return true;
}
