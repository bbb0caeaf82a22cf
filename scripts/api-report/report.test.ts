import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, expect, test } from "vitest";
import { apiReport } from "./report.mjs";

const folder = mkdtempSync(join(tmpdir(), "api-report-"));

afterEach(() => {
  for (const name of readdirSync(folder)) rmSync(join(folder, name));
});

afterAll(() => rmSync(folder, { recursive: true }));

const report = (files: Record<string, string>, entry = "index"): string => {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const main = { name: "main", file: join(folder, "index.d.ts") };
  return apiReport(join(folder, `${entry}.d.ts`), entry === "index" ? undefined : main).replace(
    /^.*\n\n/,
    "",
  );
};

test("exports are sorted by name", () => {
  const text = report({
    "index.d.ts": "export declare const b: 1;\nexport declare function a(): void;\n",
  });
  expect(text).toBe("export function a(): void;\n\nexport const b: 1;\n");
});

test("a chunk's hash and aliases leave no trace", () => {
  const text = report({
    "index.d.ts": 'export { S as Shared } from "./chunk-AB12.js";\n',
    "chunk-AB12.d.ts": "interface Shared {\n    readonly a: 1;\n}\nexport { type Shared as S };\n",
  });
  expect(text).toBe("export interface Shared {\n    readonly a: 1;\n}\n");
});

test("what an export refers to is listed after it", () => {
  const text = report({
    "index.d.ts":
      "interface Deep {}\ninterface Hidden { deep: Deep }\nexport declare function a(): Hidden;\nexport {};\n",
  });
  expect(text).toBe(
    [
      "export function a(): Hidden;\n",
      "// Not exported, but referred to above.\n",
      "interface Deep {}\n",
      "interface Hidden { deep: Deep }\n",
    ].join("\n"),
  );
});

test("what the main entry's report declares is only named in another's", () => {
  const shared =
    "interface Deep {}\ninterface A { deep: Deep }\ninterface B {}\nexport { A, B };\n";
  const text = report(
    {
      "shared.d.ts": shared,
      "index.d.ts": 'export { A, B } from "./shared.js";\n',
      "more.d.ts":
        'import { A, B } from "./shared.js";\ninterface Own { b: B }\nexport { A };\nexport declare function c(own: Own, b: B): A;\n',
    },
    "more",
  );
  expect(text).toBe(
    [
      "export { A } // declared in main\n",
      "export function c(own: Own, b: B): A;\n",
      "// Not exported, but referred to above.\n",
      "interface Own { b: B }\n",
      "// Referred to above, and declared in main:\n// B\n",
    ].join("\n"),
  );
});

test("overloads all stand in the report", () => {
  const text = report({
    "index.d.ts":
      "export declare function a(x: 1): 1;\nexport declare function a(x: 2): 2;\nexport { a as b };\n",
  });
  expect(text).toContain("export function a(x: 1): 1;\nexport function a(x: 2): 2;\n");
  expect(text).toContain("export { a as b };");
});

test("an entry that exports nothing is refused", () => {
  expect(() => report({ "index.d.ts": "declare const a: 1;\n" })).toThrow("exports nothing");
});
