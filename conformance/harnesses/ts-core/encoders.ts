import { defineEncoder, type ReadOptions } from "@scrapbook/core";

type GivenEncoder = NonNullable<ReadOptions["encoders"]>[number];

const date = defineEncoder<Date | string, string>({
  name: "date",
  encodable: (value) => value instanceof Date,
  encode: (value) => (value as Date).toISOString().slice(0, 10),
  decode(data) {
    if (typeof data === "string" && /^\d{4}-\d{2}-\d{2}$/.test(data)) return `date:${data}`;
    throw new Error(`no date: ${data}`);
  },
});

const upper = defineEncoder<string, string>({
  name: "upper",
  encodable: () => false,
  encode: (value) => value.toUpperCase(),
  decode: (data) => data.toLowerCase(),
});

const broken = defineEncoder({
  name: "broken",
  encodable: () => false,
  encode: () => {
    throw new Error("it breaks");
  },
  decode: () => {
    throw new Error("it breaks");
  },
});

const known = { date, upper, broken } as unknown as Readonly<Record<string, GivenEncoder>>;

/** The encoders that a case names: `conformance/CASES.md`, "Encoders of the caller". */
export function encodersOf(names: readonly string[] = []): readonly GivenEncoder[] {
  return names.flatMap((name) => known[name] ?? []);
}
