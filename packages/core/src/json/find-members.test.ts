import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { simdEngine } from "../simd/engine.ts";
import { encode } from "../testing/json-text.ts";
import {
  afterValue,
  containerAfter,
  findMembers,
  firstElement,
  keySlots,
  nextElement,
  objectAfter,
  valueAfter,
} from "./find-members.ts";
import { knownKeys } from "./known-key.ts";
import { scan } from "./scan.ts";
import type { Tape } from "./tape.ts";
import { arrayElements, objectMembers, type ValueSpan } from "./walk.ts";

const engines = [scan, simdEngine() ?? scan];
const wanted = ["cells", "outputs", "name", "source"];
const slots = keySlots(...wanted);

/** What both ways of walking an object find of the wanted keys. */
function bothWays(bytes: Uint8Array, tape: Tape) {
  const byWalk = new Map<string, ValueSpan>();
  objectMembers(bytes, tape, 0, ({ key, valueStart, valueEnd, valueIndex }) => {
    if (wanted.includes(key)) byWalk.set(key, { valueStart, valueEnd, valueIndex });
  });
  const found = new Uint32Array(wanted.length).fill(99);
  findMembers(bytes, tape, 0, slots, found);
  const byNumber = wanted.flatMap((key, slot) => {
    const colon = found[slot] as number;
    return colon === 0 ? [] : [[key, valueAfter(bytes, tape, colon)] as const];
  });
  return [new Map(byNumber), byWalk];
}

const space = fc.constantFrom("", " ", "\n  ", "\t\r\n");
const value = fc.constantFrom("1", '"a,}"', "{}", "[]", '{"name": [1, {"name": 2}]}', "[[1,2],{}]");
const key = fc.oneof(
  fc.constantFrom(...knownKeys.slice(1)),
  fc.constantFrom("", "x", "nam", "names", "c".repeat(40), "\\u0063ells", "na\\u006de"),
);
const member = fc.tuple(space, key, space, space, value, space);
const object = fc
  .array(member, { maxLength: 6 })
  .map(
    (members) =>
      `{${members.map(([a, k, b, c, v, d]) => `${a}"${k}"${b}:${c}${v}${d}`).join(",")}}`,
  );

describe("members by the numbers of their keys", () => {
  test.each(engines)("are those that the walk finds, with escapes and duplicates", (engine) => {
    fc.assert(
      fc.property(object, (text) => {
        const bytes = encode(text);
        const [byNumber, byWalk] = bothWays(bytes, engine(bytes));
        expect(byNumber).toEqual(byWalk);
      }),
      { numRuns: 500 },
    );
  });
});

describe("elements by the tape", () => {
  test.each(["[]", "[ ]", "[1]", "[{}]", '[ {"a":[1,2]} , 2,"]" , [] ]', "[[],[[1],2],3]"])(
    "of %s are those that the walk finds",
    (text) => {
      const bytes = encode(text);
      const tape = scan(bytes);
      const expected: ValueSpan[] = [];
      arrayElements(bytes, tape, 0, ({ valueStart, valueEnd, valueIndex }) => {
        expected.push({ valueStart, valueEnd, valueIndex });
      });
      const found: ValueSpan[] = [];
      let before = firstElement(bytes, tape, 0);
      for (; before >= 0; before = nextElement(bytes, tape, before)) {
        found.push(valueAfter(bytes, tape, before));
      }
      expect(found).toEqual(expected);
    },
  );
});

test("a container behind a colon is told from a scalar, an object from an array", () => {
  const bytes = encode('{"a":{},"b":[],"c":1}');
  const tape = scan(bytes);
  const colons = [1];
  for (let i = 0; i < 2; i++) colons.push(afterValue(bytes, tape, colons[i] as number) + 1);
  expect(colons.map((colon) => containerAfter(bytes, tape, colon) > 0)).toEqual([
    true,
    true,
    false,
  ]);
  expect(colons.map((colon) => objectAfter(bytes, tape, colon) > 0)).toEqual([true, false, false]);
});
