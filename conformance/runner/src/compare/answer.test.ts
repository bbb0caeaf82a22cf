import { describe, expect, test } from "vitest";
import type { Json, JsonRecord } from "../json.ts";
import { type Check, type CompareOptions, compareAnswer } from "./answer.ts";

const n = (text: string): Json => ({ $number: text });
const object = (...pairs: Json[]): Json => ({ $object: pairs });
const data = (value: Json): JsonRecord => ({ scraps: [{ name: "x", data: value }] });
const without = (...left: Check[]): CompareOptions => ({
  checks: (["code", "path", "source", "order"] as const).filter((check) => !left.includes(check)),
});

/** `expected` against `got`, and the paths of the differences that come of it. */
interface Row {
  readonly name: string;
  readonly expected: JsonRecord;
  readonly got: Json;
  readonly options?: CompareOptions;
  readonly paths: readonly string[];
}

const emoji = "\u{1F600}";
const sha = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";
const value = "scraps[0].data";
const rows: readonly Row[] = [
  { name: "an expectation of nothing agrees", expected: {}, got: { scraps: [] }, paths: [] },
  {
    name: "members that the case does not name are not compared",
    expected: { scraps: [{ name: "a" }] },
    got: { scraps: [{ name: "a", encoder: "json" }], problems: [] },
    paths: [],
  },
  {
    name: "a missing member is a difference",
    expected: { scraps: [{ name: "a", encoder: "json" }] },
    got: { scraps: [{ name: "a" }] },
    paths: ["scraps[0].encoder"],
  },
  {
    name: "$absent asks that a member is missing",
    expected: data({ $absent: true }),
    got: { scraps: [{ name: "x", data: null }] },
    paths: [value],
  },
  {
    name: "$absent agrees with a missing member",
    expected: data({ $absent: true }),
    got: { scraps: [{ name: "x" }] },
    paths: [],
  },
  {
    name: "$any agrees with whatever is there",
    expected: data(object(["a", { $any: true }])),
    got: data(object(["a", [n("1"), "b"]])),
    paths: [],
  },
  {
    name: "$any agrees with a missing member of an object, and no other",
    expected: data(object(["a", { $any: true }], ["b", null], ["c", null])),
    got: data(object(["b", null])),
    paths: [value],
  },
  {
    name: "null is not a missing member",
    expected: data(null),
    got: { scraps: [{ name: "x" }] },
    paths: [value],
  },
  {
    name: "the order of scraps counts",
    expected: { scraps: [{ name: "a" }, { name: "b" }] },
    got: { scraps: [{ name: "b" }, { name: "a" }] },
    paths: ["scraps[0].name", "scraps[1].name"],
  },
  {
    name: "a list of another length is told, and what both have is compared",
    expected: { scraps: [{ name: "a" }, { name: "b" }] },
    got: { scraps: [{ name: "z" }] },
    paths: ["scraps", "scraps[0].name"],
  },
  { name: "numbers agree by value", expected: data(n("1.0")), got: data(n("1")), paths: [] },
  {
    name: "level source keeps 1.0 apart from 1",
    expected: data(n("1.0")),
    got: data(n("1")),
    options: { numbers: "source" },
    paths: [value],
  },
  {
    name: "a number is no text",
    expected: data(n("1")),
    got: data("1"),
    paths: [value],
  },
  {
    name: "a boolean is no number",
    expected: data(true),
    got: data(n("1")),
    paths: [value],
  },
  {
    name: "a plain number agrees with the tagged one",
    expected: { scraps: [{ version: 1 }] },
    got: { scraps: [{ version: n("1") }] },
    paths: [],
  },
  {
    name: "$string16 agrees with the text it spells",
    expected: data({ $string16: "D83DDE00" }),
    got: data(emoji),
    paths: [],
  },
  {
    name: "a lone surrogate agrees with itself alone",
    expected: data({ $string16: "d800" }),
    got: data("\uFFFD"),
    paths: [value],
  },
  {
    name: "bytes agree with their hash",
    expected: data({ $sha256: sha, length: 5 }),
    got: data({ $bytes: "aGVsbG8=" }),
    paths: [],
  },
  {
    name: "a hash agrees with the bytes it is of",
    expected: data({ $bytes: "aGVsbG8=" }),
    got: data({ $sha256: sha.toUpperCase(), length: 5 }),
    paths: [],
  },
  {
    name: "other bytes are a difference",
    expected: data({ $bytes: "aGVsbG8=" }),
    got: data({ $bytes: "aGVsbG4=" }),
    paths: [value],
  },
  {
    name: "members of objects agree in order",
    expected: data(object(["a", n("1")], ["10", null], ["", "e"])),
    got: data(object(["a", n("1")], ["10", null], ["", "e"])),
    paths: [],
  },
  {
    name: "another order of members is a difference",
    expected: data(object(["a", null], ["b", null])),
    got: data(object(["b", null], ["a", null])),
    paths: [value],
  },
  {
    name: "without the check order, the order of members does not count",
    expected: data(object(["a", null], ["b", null])),
    got: data(object(["b", null], ["a", null])),
    options: without("order"),
    paths: [],
  },
  {
    name: "objects in data are compared whole",
    expected: data(object(["a", null])),
    got: data(object(["a", null], ["b", null])),
    paths: [value],
  },
  {
    name: "a key twice is a difference",
    expected: data(object(["a", null])),
    got: data(object(["a", null], ["a", null])),
    paths: [value],
  },
  {
    name: "a difference below an odd key tells its path",
    expected: data(object(["__proto__", [n("1"), object(["a b", true])]])),
    got: data(object(["__proto__", [n("1"), object(["a b", false])]])),
    paths: [`${value}.__proto__[1]."a b"`],
  },
  {
    name: "keys with lone surrogates are keys",
    expected: data(object([{ $string16: "d800" }, null])),
    got: data(object([{ $string16: "D800" }, null])),
    paths: [],
  },
  {
    name: "a plain object in data is told as a mistake of the harness",
    expected: data(object(["a", null])),
    got: data({ a: null }),
    paths: [value],
  },
  {
    name: "an unknown tag is told as a mistake of the harness",
    expected: data(n("1")),
    got: data({ $int: "1" }),
    paths: [value],
  },
  {
    name: "an error in data is compared by category, code and path",
    expected: data({ $error: { category: "encoder", code: "encoder-unknown", path: "/a" } }),
    got: data({ $error: { category: "encoder", code: "encoder-decode-failed", path: "/b" } }),
    paths: [`${value}.code`, `${value}.path`],
  },
  {
    name: "problems are compared by category where codes are not declared",
    expected: { problems: [{ code: "payload-version-missing", path: "/a" }] },
    got: { problems: [{ category: "payload", message: "?" }] },
    options: without("code", "path"),
    paths: [],
  },
  {
    name: "a warning of another code is a difference",
    expected: { warnings: [{ code: "payload-version-newer", path: "/a" }] },
    got: { warnings: [{ code: "payload-version-missing", path: "/a" }] },
    paths: ["warnings[0].code"],
  },
  {
    name: "source text is compared where it is declared",
    expected: { scraps: [{ source: "1.0" }] },
    got: { scraps: [{ source: "1" }] },
    paths: ["scraps[0].source"],
  },
  {
    name: "source text is left out where it is not declared",
    expected: { scraps: [{ source: "1.0" }] },
    got: { scraps: [{}] },
    options: without("source"),
    paths: [],
  },
];

describe("compareAnswer", () => {
  for (const { name, expected, got, options, paths } of rows) {
    test(name, () => {
      const differences = compareAnswer(expected, { result: got }, options);
      expect(differences.map(({ path }) => path)).toEqual(paths);
    });
  }

  const error = { category: "payload", code: "payload-version-missing", path: "/cells/0" };
  const got = (changes: JsonRecord): { error: JsonRecord } => ({ error: { ...error, ...changes } });
  const errorRows: readonly [string, JsonRecord, CompareOptions, string[]][] = [
    ["the same error agrees", {}, {}, []],
    ["another category disagrees whatever is declared", { category: "json" }, { checks: [] }, [""]],
    ["another code disagrees", { code: "payload-not-object" }, {}, [".code"]],
    ["another code agrees where no code is declared", { code: "x" }, without("code"), []],
    ["another path disagrees", { path: "" }, {}, [".path"]],
    ["another path agrees where no path is declared", { path: "" }, without("path"), []],
    ["messages are not compared", { message: "?" }, {}, []],
  ];
  for (const [name, changes, options, paths] of errorRows) {
    test(name, () => {
      const differences = compareAnswer({ error }, got(changes), options);
      const found = differences.map(({ path }) => (path === "answer" ? "" : `.${path}`));
      expect(found).toEqual(paths);
    });
  }

  test("an error where a result is expected tells both", () => {
    expect(compareAnswer({ scraps: [] }, { error })).toEqual([
      {
        path: "answer",
        expected: "a result",
        got: 'the error {"category": "payload", "code": "payload-version-missing", "path": "/cells/0"}',
      },
    ]);
  });

  test("a result where an error is expected tells both", () => {
    expect(compareAnswer({ error }, { result: { scraps: [] } })[0]?.got).toBe(
      'a result: {"scraps": []}',
    );
  });

  test("data nested 200,000 deep is compared without recursion", () => {
    const deep = (leaf: Json): Json => {
      let nested = leaf;
      for (let depth = 0; depth < 200_000; depth++) nested = [nested];
      return nested;
    };
    expect(compareAnswer(data(deep(null)), { result: data(deep(null)) })).toEqual([]);
    expect(compareAnswer(data(deep(null)), { result: data(deep(true)) })).toHaveLength(1);
  });

  test("no more differences are told than asked for", () => {
    const list = (value: Json): Json => Array.from({ length: 50 }, () => value);
    const options = { maxDifferences: 3 };
    expect(compareAnswer(data(list(null)), { result: data(list(true)) }, options)).toHaveLength(3);
  });

  test("texts that part late show where", () => {
    const text = "a".repeat(100);
    const [difference] = compareAnswer(data(`${text}b`), { result: data(`${text}c`) });
    expect(difference?.got).toContain('from character 100: expected "b", got "c"');
  });
});
