import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findFault } from "../json/fault.ts";
import { knownKeys } from "../json/known-key.ts";
import { defaultMaxDepth } from "../json/limit.ts";
import { otherKey, type ScanEngine, type Tape } from "../json/tape.ts";
import { utf8Decoder } from "../platform.ts";
import { damagedJson, encode, isJson, jsonText, plainAtom } from "./json-text.ts";
import { bracketPairs, tapeByHand } from "./tape-by-hand.ts";

/** What every engine must hold: the tape, `plain`, what it accepts and what it throws. */
export function testEngine(scan: ScanEngine): void {
  describe("the tape", () => {
    const tapes: [title: string, json: string, tape: string][] = [
      ["of an empty object has its brackets", " {} ", "{}"],
      ["of an empty array has its brackets", "[ ]", "[]"],
      ["of an object has its colons and commas", '{"a": 1, "b": [2, 3]}', "{:,:[,]}"],
      ["has no brackets, colons and commas of strings", '{"{:,": "[]"}', "{:}"],
      ["of a string is empty", '"a"', ""],
      ["of a number is empty", " 1 ", ""],
      ["has commas of arrays at depth 4", "[[[[1,2]]]]", "[[[[,]]]]"],
      ["has no commas of arrays at depth 5", "[[[[[1,2]]]]]", "[[[[[]]]]]"],
      [
        "has commas of objects at depth 7",
        '[[[[[[{"a":1,"b":2}]]]]]]',
        `${"[".repeat(6)}{:,:}${"]".repeat(6)}`,
      ],
      [
        "has nothing of objects at depth 8",
        '[[[[[[[{"a":1,"b":[]}]]]]]]]',
        "[".repeat(7) + "]".repeat(7),
      ],
      ["has brackets of arrays that close together", "[[],[[]]]", "[[],[[]]]"],
      ["goes on at depth 7 after something deeper", `${"[".repeat(7)}[],{}${"]".repeat(7)}`, "7"],
    ];
    for (const [title, json, tape] of tapes) {
      test(title, () => {
        const expected = tape === "7" ? "[".repeat(7) + "]".repeat(7) : tape;
        expect(kinds(json, scan(encode(json)))).toBe(expected);
      });
    }

    test("is what a scan by hand finds, whatever the text", () => {
      fc.assert(
        fc.property(jsonText, (json) => {
          const bytes = encode(json);
          const tape = scan(bytes);
          const reference = tapeByHand(bytes);
          expect([...tape.positions.subarray(0, tape.length)]).toEqual(reference.positions);
          expect(bracketPairs(bytes, tape)).toEqual(reference.pairs);
        }),
        { numRuns: 500 },
      );
    });

    test("tells known keys, or leaves it", () => {
      fc.assert(
        fc.property(
          jsonText,
          fc.subarray([...knownKeys.slice(1), "x".repeat(23), "x".repeat(25)]),
          (json, keys) => {
            const text = `{${keys.map((key) => `"${key}" : ${json},"\\u0063ells":1,`).join("")}"":0}`;
            const bytes = encode(text);
            for (const [colon, told] of keyNumbers(bytes, scan(bytes))) {
              if (told === 0) continue;
              const [literal] = /"[^"]*"\s*$/.exec(decode(bytes.subarray(0, colon))) ?? [""];
              const place = knownKeys.indexOf(literal.trim().slice(1, -1), 1);
              expect(told).toBe(place < 0 ? otherKey : place);
            }
          },
        ),
        { numRuns: 200 },
      );
    });

    test("grows with what it has to hold", () => {
      const json = `[${Array.from({ length: 70_000 }, () => "{}").join(",")}]`;
      const bytes = encode(json);
      const reference = tapeByHand(bytes);
      const tape = scan(bytes);
      expect(tape.length).toBe(210_001);
      expect(tape.positions.length).toBe(tape.length);
      const differs = (position: number, index: number) => position !== reference.positions[index];
      expect(tape.positions.findIndex(differs)).toBe(-1);
      const pairs = bracketPairs(bytes, tape);
      expect(
        pairs.findIndex(([open, close], at) => `${open},${close}` !== `${reference.pairs[at]}`),
      ).toBe(-1);
    });

    test("has room for all that one value can add, wherever it has to grow", () => {
      const deep = `${'{"a":'.repeat(6)}[]${"}".repeat(6)}`;
      for (let count = 4070; count < 4100; count++) {
        const bytes = encode(`[${"1,".repeat(count)}${deep},{"b":1,"c":2}]`);
        const tape = scan(bytes);
        const reference = tapeByHand(bytes);
        expect([...tape.positions].slice(4060)).toEqual(reference.positions.slice(4060));
        expect(bracketPairs(bytes, tape)).toEqual(reference.pairs);
      }
    });

    test("stays as it is when other texts are scanned", () => {
      const first = scan(encode('{"a":[1,{"b":2}]}'));
      const positions = [...first.positions];
      const ends = [...first.ends];
      scan(encode('[[[[[[{"x":1,"y":[2]}]]]]],3,4,5,6,7,8,9]'));
      expect([...first.positions]).toEqual(positions);
      expect([...first.ends]).toEqual(ends);
    });

    test("is about the bytes it was given, not the buffer they lie in", () => {
      const buffer = encode('[9,{"a":[1,2]},9]');
      const { positions, length } = scan(buffer.subarray(3, 14));
      expect([...positions.subarray(0, length)]).toEqual([0, 4, 5, 7, 9, 10]);
    });

    test("begins after a byte order mark, whose offsets count", () => {
      const { start, positions } = scan(encode("\ufeff [1]"));
      expect(start).toBe(3);
      expect([...positions]).toEqual([4, 6]);
      expect(scan(encode("[1]")).start).toBe(0);
      expect(scan(encode("\ufeff1")).start).toBe(3);
      for (const almost of [
        [0xef, 0x20, 0x20],
        [0xef, 0xbb, 0x20],
        [0xef, 0x20, 0xbf],
        [0x20, 0xbb, 0xbf],
      ]) {
        expect(() => scan(Uint8Array.from([...almost, 0x5b, 0x5d]))).toThrow("[json-");
      }
    });
  });

  describe("a tape is plain", () => {
    const texts: [json: string, plain: boolean][] = [
      ["[123456789012345]", true],
      ["[-123456789012345]", true],
      ["[1234567890123456]", false],
      ["[-1234567890123456]", false],
      ["[0.12345678901234567]", true],
      ["[12345678901234567.5]", true],
      ["[12345678901234567e5]", true],
      ["[12345678901234567E5]", true],
      ["[0]", true],
      ["[-0]", false],
      ["[-0.0]", true],
      ["[-0e1]", true],
      ["[-1]", true],
      ["[true,false,null]", true],
      ["[NaN]", false],
      ["[Infinity]", false],
      ["[-Infinity]", false],
      ['{"a":["NaN","1234567890123456"]}', true],
      ["[-0,1]", false],
      ['{"a":{"b":-0},"c":[1]}', false],
    ];
    for (const [json, plain] of texts) {
      test(`${plain ? "with" : "unless there is"} ${json}`, () => {
        expect(scan(encode(json)).plain).toBe(plain);
      });
    }

    test("only if JSON.parse reads the text as we do", () => {
      expect(scan(encode("1")).plain).toBe(false);
    });
  });

  describe("scan accepts", () => {
    const texts = [
      "NaN",
      "-Infinity",
      "[Infinity,-Infinity,NaN]",
      '"\\ud800"',
      '"\u007f\u2028"',
      '{"a":1,"a":2}',
      "[1E400,-1e-400]",
      "\ufeff{}",
      "\r\n\t []\t\r\n",
      `[${"9".repeat(5000)}]`,
    ];
    for (const json of texts) {
      test(JSON.stringify(json).slice(0, 60), () => {
        expect(() => scan(encode(json))).not.toThrow();
      });
    }

    test("what the platform accepts, Python's literals besides, and nothing else", () => {
      fc.assert(
        fc.property(damagedJson, (bytes) => {
          const accepted = accepts(scan, bytes);
          expect(accepted).toBe(isJson(bytes));
          expect(findFault(bytes, defaultMaxDepth) === undefined).toBe(accepted);
        }),
        { numRuns: 3000 },
      );
    });

    test("every text, and none of its beginnings that are no JSON", () => {
      fc.assert(
        fc.property(jsonText, (json) => {
          const bytes = encode(json);
          for (let end = 0; end <= bytes.length; end++) {
            const piece = bytes.subarray(0, end);
            expect(accepts(scan, piece)).toBe(isJson(piece));
          }
        }),
        { numRuns: 60 },
      );
    });

    test("lists of numbers only where each is one, and a comma between them", () => {
      const piece = fc.oneof(
        fc.constantFrom(..."0123456789-.,,,   \n", "-0", "00", "1e5", "0.5", "-0.0", "NaN", '""'),
        fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => JSON.stringify(value)),
        fc.constantFrom("123456789012345", "1234567890123456", "1234567890123456.5", "[]", "]["),
      );
      const separator = fc.constantFrom(",", ", ", " ,", ",\n          ", "", " ");
      const item = fc.tuple(fc.oneof({ weight: 20, arbitrary: plainAtom }, piece), separator);
      fc.assert(
        fc.property(fc.array(item, { maxLength: 30 }), fc.nat(7), (items, depth) => {
          const inner = items.flat().join("").replace(/,\s*$/, "");
          const text = "[".repeat(depth + 1) + inner + "]".repeat(depth + 1);
          const accepted = isJson(encode(text));
          expect(accepts(scan, encode(text))).toBe(accepted);
          if (accepted) expect(scan(encode(text)).plain).toBe(isPlain(text));
        }),
        { numRuns: 3000 },
      );
    });

    test("nesting up to maxDepth, objects and arrays alike", () => {
      const filled = (depth: number) =>
        encode(`${'[{"a":'.repeat(depth / 2)}1${"}]".repeat(depth / 2)}`);
      expect(() => scan(filled(10_000))).not.toThrow();
      expect(() => scan(filled(10_002))).toThrow("[json-depth]");
      expect(() => scan(filled(200_000), { maxDepth: 200_000 })).not.toThrow();
      expect(() => scan(encode("[[]]"), { maxDepth: 1 })).toThrow("(byte 1)");
      expect(() => scan(encode("[]"), { maxDepth: 1 })).not.toThrow();
      expect(() => scan(encode("[]"), { maxDepth: 0 })).toThrow("[json-depth]");
      expect(() => scan(encode("1"), { maxDepth: 0 })).not.toThrow();
    });
  });
}

const decode = (bytes: Uint8Array) => utf8Decoder.decode(bytes);

function accepts(scan: ScanEngine, bytes: Uint8Array): boolean {
  try {
    scan(bytes);
    return true;
  } catch (error) {
    expect(error).toHaveProperty("name", "ScrapbookError");
    return false;
  }
}

/** Whether JSON.parse reads the numbers of a text as we do. */
function isPlain(text: string): boolean {
  return !/NaN|Inf|(?<![eE])-0(?![.\deE])|(?<![.\deE]|[eE][-+])\d{16,}(?![\d.eE])/.test(text);
}

function kinds(json: string, tape: Tape): string {
  return [...tape.positions.subarray(0, tape.length)].map((at) => json[at]).join("");
}

/** What the tape says of keys, by the offset of their colons. */
function keyNumbers(bytes: Uint8Array, { positions, ends, length }: Tape): [number, number][] {
  const indexes = Array.from({ length }, (_, index) => index);
  return indexes
    .filter((index) => bytes[positions[index] as number] === 0x3a /* : */)
    .map((index) => [positions[index] as number, ends[index] as number]);
}
