import ts from "typescript";
import { describe, expect, test } from "vitest";
import { namedTypes, plainTypes } from "./plain-types.mjs";

describe.each([
  ["a: Uint8Array<ArrayBuffer>", 'a: ReturnType<Uint8ArrayConstructor["of"]>'],
  ["a(): BigInt64Array<ArrayBuffer>[]", 'a(): ReturnType<BigInt64ArrayConstructor["of"]>[]'],
  [
    "a: MapIterator<[string, Map<string, number>]>",
    'a: ReturnType<ReadonlyMap<[string, Map<string, number>], unknown>["keys"]>',
  ],
])("%s", (member, plain) => {
  const text = `interface It {\n  ${member};\n}\n`;

  test("is written so that every TypeScript knows it", () => {
    expect(plainTypes(text)).toBe(`interface It {\n  ${plain};\n}\n`);
  });

  test("is shown by its name", () => {
    expect(namedTypes(plainTypes(text))).toBe(text);
  });
});

test("an heir of bytes stays one", () => {
  expect(plainTypes("interface It extends Uint8Array<ArrayBuffer> {}")).toBe(
    'interface It extends ReturnType<Uint8ArrayConstructor["of"]> {}',
  );
});

test("what every TypeScript knows is left alone, comments too", () => {
  const text = "/** Uint8Array<ArrayBuffer> */\ndeclare const a: Map<string, Uint8Array>;\n";
  expect(plainTypes(text)).toBe(text);
});

test("today's TypeScript sees the same types", () => {
  const named = "declare const it: [Uint8Array<ArrayBuffer>, MapIterator<string>];";
  const file = (text: string, name: string) => `${text.replace("it", name)}\n`;
  const texts = new Map([
    [
      "it.ts",
      `${file(named, "a")}${file(plainTypes(named), "b")}
       type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
       export const same: Same<typeof a, typeof b> = true;`,
    ],
  ]);
  const options = { lib: ["lib.es2022.d.ts"], types: [], noEmit: true, strict: true };
  const host = ts.createCompilerHost(options);
  const { getSourceFile } = host;
  host.getSourceFile = (name, ...rest) => {
    const text = texts.get(name);
    return text === undefined
      ? getSourceFile.call(host, name, ...rest)
      : ts.createSourceFile(name, text, ts.ScriptTarget.ES2022);
  };
  const program = ts.createProgram(["it.ts"], options, host);
  expect(ts.getPreEmitDiagnostics(program).map((it) => it.messageText)).toEqual([]);
});
