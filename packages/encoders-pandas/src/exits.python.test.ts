import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { parseJson } from "@scrapbook/core";
import { describe, expect, test } from "vitest";
import { toCSV } from "./csv.ts";
import { createDataFrame, type DataFrame } from "./index.ts";
import { type JSONOrient, toJSON } from "./json.ts";
import { toParquet } from "./parquet.ts";
import { toHTML, toText } from "./preview.ts";
import { frameOf, kinds } from "./testing/payload.ts";

interface Exits {
  readonly text: string;
  readonly html: string;
  readonly csv: string;
  readonly json: Readonly<Record<JSONOrient, unknown>>;
}

const range = (length: number) => Array.from({ length }, (_, i) => i);

/** Frames beside those of real pandas: long ones, wide ones, and floats of every size. */
const own: Readonly<Record<string, DataFrame>> = {
  long: createDataFrame({
    columns: { x: range(100).map((i) => i / 8), s: range(100).map((i) => "x".repeat(i)) },
    index: { values: range(100).map((i) => `row ${i}`), name: "name" },
  }),
  wide: createDataFrame({
    columns: range(30).map((i) => [`c${i}`, [BigInt(i), BigInt(-i)]] as const),
  }),
  "long and wide": createDataFrame({
    columns: range(25).map((i) => [i, range(61).map((n) => n * i)] as const),
  }),
  "multi long": createDataFrame({
    columns: { x: range(70) },
    index: {
      levels: [
        { values: range(70).map((i) => (i < 40 ? "a" : "b")), name: "l" },
        { values: range(70).map(BigInt) },
      ],
    },
  }),
  ...Object.fromEntries(
    [
      [1 / 128, 3 / 128, 0.5],
      [1e6, 1.5],
      [1e15, 0.1],
      [1e-7, 1],
      [123456789.12345679, 0.1],
      [1e300, -1e-300],
      [1, 2, 3],
      [0.1, 0.25, Number.NaN],
      [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -0],
      [2 ** 53, -(2 ** 60)],
      [999999.9999999],
    ].map((values) => [`floats ${values.join(" ")}`, createDataFrame({ columns: { x: values } })]),
  ),
};

const frames = new Map([
  ...kinds
    .filter((kind) => kind.startsWith("pandas3-"))
    .map((kind) => [kind, frameOf(kind)] as const),
  ...Object.entries(own),
]);
const script = fileURLToPath(new URL("testing/exits.py", import.meta.url));
const given = Object.fromEntries(
  [...frames].map(([kind, frame]) => [kind, Buffer.from(toParquet(frame)).toString("base64")]),
);
const told = parseJson(
  execFileSync(process.env.SCRAPBOOK_PYTHON as string, [script], {
    input: JSON.stringify(given),
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  }),
) as unknown as Readonly<Record<string, Exits>>;

/** pandas makes floats of integers beside a missing one, also within structs; numpy writes arrays with spaces. */
const isNested = (kind: string): boolean => /struct|nested|lists/.test(kind);
const shown = Object.entries(told).filter(([kind]) => !/struct|nested/.test(kind));

describe.each(shown)("%s", (kind, exits) => {
  const frame = frames.get(kind) as DataFrame;

  test("looks as pandas prints it", () => {
    expect(toText(frame)).toBe(exits.text);
  });

  test("is the HTML that pandas makes", () => {
    expect(toHTML(frame)).toBe(exits.html);
  });
});

// numpy writes half floats of five digits with an exponent.
const asCSV = Object.entries(told).filter(
  ([kind]) => !isNested(kind) && kind !== "pandas3-float16",
);

test.each(asCSV)("%s is the CSV that pandas writes", (kind, { csv }) => {
  expect(toCSV(frames.get(kind) as DataFrame)).toBe(csv);
});

/** What pandas rounds, or cannot write at all, or writes as other objects. */
const otherJSON =
  /float16|float32|float64|floats|struct|interval|period|binary|bytes|attrs|nan|alone|timedelta|of-dates/;

/** Times without the zeros that pandas adds, and zones as UTC. */
function normalised(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(normalised);
  if (typeof value === "string") return normalisedText(value);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [normalisedText(key), normalised(member)]),
  );
}

function normalisedText(text: string): string {
  const instant = /^\d{4}-\d\d-\d\d([T ][\d:.]+)?(Z|[+-]\d\d:\d\d)?$/.test(text);
  if (!instant) return text;
  const time = new Date(
    /Z$|[+-]\d\d:\d\d$/.test(text)
      ? text.replace(" ", "T")
      : `${text.replace(" ", "T")}${text.length === 10 ? "T00:00" : ""}Z`,
  );
  return time.toISOString();
}

const asJSON = Object.entries(told).filter(([kind]) => !otherJSON.test(kind));

describe.each(asJSON)("%s", (kind, { json }) => {
  const orients = Object.entries(json).filter(
    ([, value]) => !Object.hasOwn(value as object, "raises"),
  ) as [JSONOrient, unknown][];

  test.each(orients)("is the JSON of orient %s", (orient, expected) => {
    const text = toJSON(frames.get(kind) as DataFrame, { orient });
    expect(normalised(parseJson(text))).toEqual(normalised(expected));
  });
});
