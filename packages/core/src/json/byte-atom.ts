import { AFTER_VALUE, SIGN, seeds } from "./piece-scanner.ts";

/** Number and word states in which the value may end. */
const ending: ReadonlySet<string> = new Set(["1", "-0", "0", "0.0", "0e0"]);

const words = ["true", "false", "null", "NaN", "Infinity"];

/** What follows each part of a number: classes of bytes, and the seed that they lead to. */
const numbers: readonly (readonly [seed: string, bytes: string, next: string])[] = [
  ["", "-", "-"],
  ["", "0", "0"],
  ["", "123456789", "1"],
  ["-", "0", "-0"],
  ["-", "123456789", "1"],
  ["-", "I", "I"],
  ["1", "0123456789", "1"],
  ...["1", "0", "-0"].flatMap((seed) => [[seed, ".", "0."] as const, [seed, "eE", "0e"] as const]),
  ["0.", "0123456789", "0.0"],
  ["0.0", "0123456789", "0.0"],
  ["0.0", "eE", "0e"],
  ["0e", "+-", "0e+"],
  ["0e", "0123456789", "0e0"],
  ["0e+", "0123456789", "0e0"],
  ["0e0", "0123456789", "0e0"],
];

/** By state and ASCII byte: the next state inside a number or word, `AFTER_VALUE` at a word's end. */
const table: Uint8Array = /* @__PURE__ */ (() => {
  const steps = new Uint8Array(seeds.length * 128);
  const put = (seed: string, byte: string, next: number): void => {
    const state = seed === "" ? 0 : seeds.indexOf(seed);
    steps[state * 128 + byte.charCodeAt(0)] = next;
  };
  for (const [seed, bytes, next] of numbers) {
    for (const byte of bytes) put(seed, byte, seeds.indexOf(next));
  }
  for (const word of words) {
    for (let i = 0; i < word.length; i++) {
      const next = i + 1 === word.length ? AFTER_VALUE : seeds.indexOf(word.slice(0, i + 1));
      put(word.slice(0, i), word[i] as string, next);
    }
  }
  return steps;
})();

/** The state inside a number or word after its first byte; 0 where none begins so. */
export function atomStart(byte: number): number {
  return byte < 128 ? (table[byte] as number) : 0;
}

/** The state after one more byte; 0 where it does not go on so. */
export function atomStep(state: number, byte: number): number {
  return byte < 128 ? (table[state * 128 + byte] as number) : 0;
}

/** Whether a number may end here. Words end by themselves. */
export function mayEnd(state: number): boolean {
  return state >= SIGN && ending.has(seeds[state] as string);
}
