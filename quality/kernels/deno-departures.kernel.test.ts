import { describe, expect, test } from "vitest";
import { runNotebook } from "./run-notebook.ts";

/** A cell that glues so many scraps, called by the cell's name and their number. */
interface Pattern {
  readonly count: number;
  /** The cell, where `name(i)` gives the i-th name. */
  readonly source: string;
  /** Whether the cell waits for nothing of what it glues. */
  readonly isLoose?: boolean;
}

const large = '"x".repeat(2e6)';
const patterns: readonly Pattern[] = [
  { count: 1, source: "await glue(name(0), 0);" },
  { count: 1, source: `await glue(name(0), ${large});` },
  { count: 50, source: "for (let i = 0; i < 50; i++) await glue(name(i), i);" },
  {
    count: 50,
    source: "await Promise.all(Array.from({ length: 50 }, (_, i) => glue(name(i), i)));",
  },
  { count: 4, source: "for (let i = 0; i < 4; i++) await glue(name(i), i, { display: true });" },
  {
    count: 20,
    source:
      "for (let i = 0; i < 20; i++) { await glue(name(i), i); for (let j = 0; j < 5 * i; j++) await j; }",
  },
  { count: 2, source: `await glue(name(0), ${large}); await glue(name(1), 1); throw new Error();` },
  {
    count: 3,
    source:
      "for (let i = 0; i < 3; i++) { await glue(name(i), i); await new Promise((resolve) => setTimeout(resolve, i)); }",
  },
  {
    count: 2,
    source:
      "await new Promise((resolve) => setTimeout(async () => { for (const i of [0, 1]) await glue(name(i), i); resolve(); }));",
  },
  { count: 1, source: "glue(name(0), 0); undefined", isLoose: true },
  { count: 1, source: `glue(name(0), ${large}); undefined`, isLoose: true },
  { count: 50, source: "for (let i = 0; i < 50; i++) void glue(name(i), i);", isLoose: true },
  {
    count: 50,
    source: "for (let i = 0; i < 50; i++) void glue(name(i), i); throw new Error();",
    isLoose: true,
  },
  {
    count: 2,
    source: `void glue(name(0), ${large}); await new Promise((resolve) => setTimeout(resolve)); void glue(name(1), 1);`,
    isLoose: true,
  },
  {
    count: 1,
    source: "console.log('y'.repeat(1e5)); void glue(name(0), 0); console.log('z');",
    isLoose: true,
  },
];

const awaited = patterns.filter(({ isLoose }) => isLoose !== true);

describe.each([
  ["that holds up its cells", "undefined", patterns],
  [
    "that cannot",
    "Object.defineProperty(Deno, 'dlopen', { value: undefined }); undefined",
    awaited,
  ],
])("a Deno kernel %s", (_, setUp, used) => {
  const cells = Array.from({ length: 200 }, (_cell, i) => used[i % used.length] as Pattern);
  const ran = runNotebook({
    kernel: "deno",
    cells: [
      `${setUp}; import { glue } from "@scrapbook/kernel-io";`,
      ...cells.map(
        ({ source }, i) => `{ const name = (j: number) => \`${i} \${j}\`;\n${source} } undefined;`,
      ),
    ],
  });
  const { cells: written } = JSON.parse(ran.text) as {
    readonly cells: readonly {
      readonly outputs: readonly { readonly metadata?: { readonly scrapbook?: Label } }[];
    }[];
  };
  const expected = cells.map(({ count }, i) =>
    Array.from({ length: count }, (_scrap, j) => `${i} ${j}`),
  );

  test("loses no output, and keeps their order", () => {
    const glued = written.slice(1).map(({ outputs }) => [
      // A display follows its data.
      ...new Set(outputs.flatMap(({ metadata }) => metadata?.scrapbook?.name ?? [])),
    ]);
    expect(glued).toEqual(expected);
  });

  test("has Python read them all", () => {
    expect(Object.keys(ran.scraps)).toEqual(expected.flat());
  });
});

interface Label {
  readonly name: string;
}

test("a Deno kernel without its connection file glues nothing, and says so", () => {
  const { scraps } = runNotebook({
    kernel: "deno",
    cells: [
      'import { glue } from "@scrapbook/kernel-io"; const read = Deno.readTextFileSync;',
      "Object.defineProperty(Deno, 'readTextFileSync', { value: () => { throw new Deno.errors.NotCapable('read'); } }); undefined",
      'let code = ""; try { await glue("lost", 1); } catch (error) { code = error.code; }',
      "Object.defineProperty(Deno, 'readTextFileSync', { value: read }); undefined",
      'await glue("code", code);',
    ],
  });
  expect(Object.keys(scraps)).toEqual(["code"]);
  expect(scraps.code?.data).toBe("usage-kernel-limit");
});
