import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { encode, jsonText } from "../testing/json-text.ts";
import { scan } from "./scan.ts";
import {
  arrayElements,
  type Element,
  kindAt,
  type Member,
  objectMembers,
  rootValue,
} from "./walk.ts";

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

function members(json: string, index = 0): { members: Member[]; next: number } {
  const bytes = encode(json);
  const found: Member[] = [];
  const next = objectMembers(bytes, scan(bytes), index, (member) => found.push(member));
  return { members: found, next };
}

function elements(json: string, index = 0): { elements: Element[]; next: number } {
  const bytes = encode(json);
  const found: Element[] = [];
  const next = arrayElements(bytes, scan(bytes), index, (element) => found.push(element));
  return { elements: found, next };
}

describe("objectMembers", () => {
  test("gives keys, values, tape indexes and commas", () => {
    const json = ' { "a" : 12 , "b":{"c":[ ]}}';
    expect(members(json)).toEqual({
      members: [
        {
          ...{ key: "a", keyStart: 3, keyEnd: 6 },
          ...{ valueStart: 9, valueEnd: 11, valueIndex: -1, commaBefore: -1, commaAfter: 12 },
        },
        {
          ...{ key: "b", keyStart: 14, keyEnd: 17 },
          ...{ valueStart: 18, valueEnd: 27, valueIndex: 4, commaBefore: 12, commaAfter: -1 },
        },
      ],
      next: 10,
    });
  });

  test("gives nothing for an empty object", () => {
    expect(members("{ }")).toEqual({ members: [], next: 2 });
    expect(members("[{},1]", 1)).toEqual({ members: [], next: 3 });
  });

  test("gives duplicate keys as often as they occur, in the bytes' order", () => {
    const found = members('{"b":1,"a":2,"\\u0062":3}').members;
    expect(found.map(({ key, valueStart }) => [key, valueStart])).toEqual([
      ["b", 5],
      ["a", 11],
      ["b", 22],
    ]);
  });

  test("gives containers deeper than the tape without an index", () => {
    const json = `${"[".repeat(6)}{"a":[ 1,{"b":2} ] ,"c":{}}${"]".repeat(6)}`;
    const found = members(json, 6).members;
    expect(found.map(({ valueIndex }) => valueIndex)).toEqual([-1, -1]);
    expect(found.map(({ valueStart, valueEnd }) => json.slice(valueStart, valueEnd))).toEqual([
      '[ 1,{"b":2} ]',
      "{}",
    ]);
  });

  test("is for objects only", () => {
    expect(() => members("[1]")).toThrow(new TypeError("no object here"));
    expect(() => members('{"a":1}', 1)).toThrow(TypeError);
  });
});

describe("arrayElements", () => {
  test("gives values, tape indexes and commas", () => {
    expect(elements(' [ 12 , {"a":[1]}, "b" ]')).toEqual({
      elements: [
        { valueStart: 3, valueEnd: 5, valueIndex: -1, commaBefore: -1, commaAfter: 6 },
        { valueStart: 8, valueEnd: 17, valueIndex: 2, commaBefore: 6, commaAfter: 17 },
        { valueStart: 19, valueEnd: 22, valueIndex: -1, commaBefore: 17, commaAfter: -1 },
      ],
      next: 9,
    });
  });

  test("gives nothing for an empty array", () => {
    expect(elements("[ \n]")).toEqual({ elements: [], next: 2 });
    expect(elements('{"a":[]}', 2)).toEqual({ elements: [], next: 4 });
  });

  test("counts the elements", () => {
    const bytes = encode("[1,[],{},2]");
    const places: number[] = [];
    arrayElements(bytes, scan(bytes), 0, (_, place) => places.push(place));
    expect(places).toEqual([0, 1, 2, 3]);
  });

  test("is for arrays only", () => {
    expect(() => elements('{"a":1}')).toThrow(new TypeError("no array here"));
  });
});

describe("rootValue", () => {
  const roots: [json: string, start: number, end: number, index: number][] = [
    ["{}", 0, 2, 0],
    ["\n [1] \t", 2, 5, 0],
    [" 12 ", 1, 3, -1],
    ['\ufeff "a"\r\n', 4, 7, -1],
  ];
  for (const [json, valueStart, valueEnd, valueIndex] of roots) {
    test(`of ${JSON.stringify(json)} leaves the white space out`, () => {
      const bytes = encode(json);
      expect(rootValue(bytes, scan(bytes))).toEqual({ valueStart, valueEnd, valueIndex });
    });
  }
});

describe("kindAt", () => {
  const kinds: [json: string, kind: string][] = [
    ["{}", "object"],
    ["[]", "array"],
    ['""', "string"],
    ["true", "boolean"],
    ["false", "boolean"],
    ["null", "null"],
    ["0", "number"],
    ["-1", "number"],
    ["NaN", "number"],
    ["Infinity", "number"],
  ];
  for (const [json, kind] of kinds) {
    test(`of ${json} is ${kind}`, () => {
      expect(kindAt(encode(` ${json}`), 1)).toBe(kind);
    });
  }
});

test("what is walked, put together again, is what JSON.parse reads", () => {
  fc.assert(
    fc.property(jsonText, (json) => {
      const bytes = encode(json);
      const tape = scan(bytes);
      expect(rebuild(rootValue(bytes, tape), 1)).toEqual(JSON.parse(json));

      function rebuild(
        value: { valueStart: number; valueEnd: number; valueIndex: number },
        depth: number,
      ): unknown {
        const { valueStart, valueEnd, valueIndex } = value;
        const parsed: unknown = JSON.parse(decoder.decode(bytes.subarray(valueStart, valueEnd)));
        if (valueIndex < 0) {
          expect(typeof parsed !== "object" || parsed === null || depth > 7).toBe(true);
          return parsed;
        }
        if (!Array.isArray(parsed)) return rebuildObject(value, depth);
        if (depth > 4) return parsed;
        const items: unknown[] = [];
        const next = arrayElements(bytes, tape, valueIndex, (element) => {
          checkCommas(element);
          items.push(rebuild(element, depth + 1));
        });
        expect(tape.positions[next - 1]).toBe(valueEnd - 1);
        return items;
      }

      function rebuildObject(
        { valueEnd, valueIndex }: Element | { valueEnd: number; valueIndex: number },
        depth: number,
      ): unknown {
        const entries: [string, unknown][] = [];
        const next = objectMembers(bytes, tape, valueIndex, (member) => {
          checkCommas(member);
          const key = decoder.decode(bytes.subarray(member.keyStart, member.keyEnd));
          expect(JSON.parse(key)).toBe(member.key);
          entries.push([member.key, rebuild(member, depth + 1)]);
        });
        expect(tape.positions[next - 1]).toBe(valueEnd - 1);
        return Object.fromEntries(entries);
      }

      function checkCommas({ commaBefore, commaAfter }: Element): void {
        const commas = [commaBefore, commaAfter].filter((at) => at !== -1);
        for (const at of commas) expect(bytes[at]).toBe(0x2c);
      }
    }),
    { numRuns: 300 },
  );
});
