import { readFileSync, writeFileSync } from "node:fs";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { workspace } from "../testing/workspace.ts";

const space = workspace();

// What is kept goes with the test's own folder.
beforeEach(() => void vi.stubEnv("TMPDIR", space.cwd));
afterEach(() => void vi.unstubAllEnvs());

/** An editor that runs this code, in which `file` is what it was given to edit. */
function editor(code: string) {
  writeFileSync(
    space.at("editor.mjs"),
    `import { readFileSync, writeFileSync } from "node:fs";\nconst file = process.argv[2];\n${code}`,
  );
  return { env: { EDITOR: `"${process.execPath}" "${space.at("editor.mjs")}"` } };
}

/** What another program does while the editor is open. */
const meanwhile = (path: string) =>
  `const path = ${JSON.stringify(path)};
   writeFileSync(path, readFileSync(path, "utf8").replace("0.3268", "0.9"));`;

test("what was typed is kept where somebody else wrote meanwhile", async () => {
  const path = space.at("AAA.ipynb");
  const typing = editor(`${meanwhile(path)} writeFileSync(file, "0.123\\n");`);
  const { code, err } = await space.runAs(typing, "edit", "AAA.ipynb", "distance");
  expect(code).toBe(1);
  expect(err).toContain("store-conflict");
  const [, kept = ""] = /(\/\S+\.json)/.exec(err) ?? [];
  expect(readFileSync(kept, "utf8")).toBe("0.123\n");
  expect((await space.run("get", "AAA.ipynb", "distance")).out).toBe("0.9\n");
});

test("what was typed is kept where it is no JSON", async () => {
  const typing = editor(`writeFileSync(file, "{");`);
  const { code, err } = await space.runAs(typing, "edit", "AAA.ipynb", "distance");
  expect(code).toBe(1);
  const [, kept = ""] = /(\/\S+\.json)/.exec(err) ?? [];
  expect(readFileSync(kept, "utf8")).toBe("{");
});

test("an editor that fails changes nothing", async () => {
  const before = space.read("AAA.ipynb");
  const typing = editor(`writeFileSync(file, "1"); process.exit(3);`);
  const { code, err } = await space.runAs(typing, "edit", "AAA.ipynb", "distance");
  expect({ code, before: space.read("AAA.ipynb") }).toEqual({ code: 2, before });
  expect(err).toContain("ended with code 3");
});
