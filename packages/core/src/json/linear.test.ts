import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { encode } from "../testing/json-text.ts";
import type * as parseModule from "./parse.ts";
import type * as scanModule from "./scan.ts";
import type * as stringifyModule from "./stringify.ts";
import type * as walkModule from "./walk.ts";

type Counted = typeof scanModule &
  typeof walkModule &
  typeof parseModule &
  typeof stringifyModule & { readonly counter: { steps: number } };

/** This folder's code with a step counted in each turn of each loop and each call of a function. */
const json = await buildCounted();

const many = (count: number, text: string | ((index: number) => string)) =>
  Array.from({ length: count }, (_, index) => (typeof text === "string" ? text : text(index)));
const notebook = (outputs: readonly string[], source: readonly string[] = []) =>
  `{"cells":[{"metadata":{},"outputs":[${outputs.join(",\n    ")}],"source":[${source}]}]}`;
const scrap = (name: string) =>
  `{"data":{"application/scrapbook.scrap.json+json":{"name":"${name}","data":[1,{"a":[]}],"encoder":"json","version":1}}}`;

// Texts that a program with a hidden square in it would be slow on.
const families: [name: string, text: (n: number) => string][] = [
  ["backslashes", (n) => `["${"\\\\".repeat(n)}"]`],
  ["escaped quotes", (n) => `["${'\\"'.repeat(n)}"]`],
  ["unicode escapes", (n) => `["${"\\u00e9\\ud83d\\ude00".repeat(n)}"]`],
  ["characters beyond ASCII", (n) => `["${"é数😀".repeat(n)}"]`],
  ["one long string", (n) => `["${"x".repeat(10 * n)}"]`],
  ["many short strings", (n) => `[${many(n, '""').join(",\n      ")}]`],
  ["one long key", (n) => `{"${"k".repeat(10 * n)}":{"${"\\u006b".repeat(n)}":1}}`],
  ["many keys", (n) => `{${many(n, (index) => `"k${index}":${index}`).join(", ")}}`],
  ["duplicate keys", (n) => `{${many(n, '"a":[1]').join(",")}}`],
  ["deep arrays", (n) => `${"[".repeat(n)}${"]".repeat(n)}`],
  ["deep objects", (n) => `${'{"a":'.repeat(n)}1${"}".repeat(n)}`],
  ["long numbers", (n) => `[0.${"1".repeat(n)},1e${"0".repeat(n)}1,${"1".repeat(n)}.5]`],
  ["many numbers", (n) => `[${many(n, "-1.25e+3").join(",")}]`],
  ["white space", (n) => `${" \n\t\r".repeat(n)}[1${"\n    ".repeat(n)}]${"\n".repeat(n)}`],
  ["a source of many lines", (n) => notebook([], many(n, '"a = 1\\n"'))],
  ["many outputs", (n) => notebook(many(n, '{"data":{"text/plain":""},"metadata":{}}'))],
  ["many outputs that are none", (n) => notebook(many(n, "[]"))],
  ["many scraps", (n) => notebook(many(n, (index) => scrap(`s${index}`)))],
  ["many scraps of one name", (n) => notebook(many(n, scrap("a")))],
];

describe("four times as much costs at most 4.6 times the steps", () => {
  for (const [name, text] of families) {
    test(`for ${name}`, () => {
      for (const [operation, run] of Object.entries(operations)) {
        const once = stepsOf(() => run(text(500)));
        const fourTimes = stepsOf(() => run(text(2000)));
        expect(fourTimes / once, operation).toBeLessThanOrEqual(4.6);
      }
    });
  }

  test("counts steps at all", () => {
    const digits = stepsOf(() => json.scan(encode(`[${"1".repeat(4000)}]`)));
    expect(digits).toBeGreaterThan(2000);
    expect(digits).toBeLessThan(2100);
  });
});

const operations: Record<string, (text: string) => void> = {
  scan: (text) => json.scan(encode(text)),
  "find the end missing": (text) =>
    expect(() => json.scan(encode(text.trimEnd().slice(0, -1)))).toThrow(),
  "find too much": (text) => expect(() => json.scan(encode(`${text}]`))).toThrow(),
  walk: (text) => walk(encode(text)),
  build: (text) => json.parseJson(`[NaN,${text}]`),
  write: (text) => json.stringifyJson(JSON.parse(text), { sortKeys: true, nonFinite: "null" }),
};

function walk(bytes: Uint8Array): void {
  const tape = json.scan(bytes);
  visit(json.rootValue(bytes, tape), 1);

  function visit({ valueStart, valueIndex }: walkModule.ValueSpan, depth: number): void {
    if (valueIndex < 0) return;
    const inner = (value: walkModule.ValueSpan) => visit(value, depth + 1);
    if (json.kindAt(bytes, valueStart) === "object") {
      json.objectMembers(bytes, tape, valueIndex, inner);
    } else if (depth <= 4) json.arrayElements(bytes, tape, valueIndex, inner);
  }
}

function stepsOf(action: () => void): number {
  json.counter.steps = 0;
  action();
  return json.counter.steps;
}

async function buildCounted(): Promise<Counted> {
  const modules = ["scan", "walk", "parse", "stringify"];
  const { outputFiles } = await build({
    stdin: {
      contents: modules.map((name) => `export * from "./${name}.ts";`).join("\n"),
      resolveDir: fileURLToPath(new URL(".", import.meta.url)),
    },
    bundle: true,
    write: false,
    format: "esm",
    banner: { js: "export const counter = { steps: 0 };" },
    plugins: [
      {
        name: "count steps",
        setup: ({ onLoad }) =>
          onLoad({ filter: /\.ts$/ }, ({ path }) => ({ contents: countSteps(path), loader: "js" })),
      },
    ],
  });
  const folder = mkdtempSync(join(tmpdir(), "counted-"));
  try {
    const file = join(folder, "json.mjs");
    writeFileSync(file, outputFiles[0]?.text ?? "");
    return (await import(pathToFileURL(file).href)) as Counted;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function countSteps(path: string): string {
  const compilerOptions = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext };
  return ts.transpileModule(readFileSync(path, "utf8"), {
    compilerOptions,
    transformers: {
      before: [
        (context) => (source) => {
          const { factory } = context;
          const step = factory.createExpressionStatement(
            factory.createPostfixIncrement(
              factory.createPropertyAccessExpression(factory.createIdentifier("counter"), "steps"),
            ),
          );
          const counted = (statement: ts.Statement): ts.Block =>
            factory.createBlock(
              [step, ...(ts.isBlock(statement) ? statement.statements : [statement])],
              true,
            );
          const visit = (node: ts.Node): ts.Node => {
            const inner = ts.visitEachChild(node, visit, context);
            if (ts.isForStatement(inner)) {
              const { initializer, condition, incrementor, statement } = inner;
              return factory.updateForStatement(
                inner,
                initializer,
                condition,
                incrementor,
                counted(statement),
              );
            }
            if (ts.isForOfStatement(inner)) {
              const { awaitModifier, initializer, expression, statement } = inner;
              return factory.updateForOfStatement(
                inner,
                awaitModifier,
                initializer,
                expression,
                counted(statement),
              );
            }
            if (ts.isWhileStatement(inner)) {
              return factory.updateWhileStatement(
                inner,
                inner.expression,
                counted(inner.statement),
              );
            }
            if (ts.isFunctionDeclaration(inner) && inner.body !== undefined) {
              const { modifiers, asteriskToken, name, typeParameters, parameters, type, body } =
                inner;
              return factory.updateFunctionDeclaration(
                inner,
                modifiers,
                asteriskToken,
                name,
                typeParameters,
                parameters,
                type,
                counted(body),
              );
            }
            return inner;
          };
          return ts.visitEachChild(source, visit, context);
        },
      ],
    },
  }).outputText;
}
