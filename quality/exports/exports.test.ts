import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { entries, published } from "../../scripts/lib/workspaces.mjs";
import { consumer } from "./installed.ts";

/** A file that several entries share, named by a hash of its content. */
const chunk = /-(?=[-\w]*[A-Z0-9])[-\w]{8}\.(js|d\.ts)$/;

const packages = published()
  .filter(({ manifest }) => manifest.exports !== undefined)
  .map((workspace) => ({
    name: workspace.manifest.name,
    installed: join(consumer, "node_modules", workspace.manifest.name),
    entries: entries(workspace).filter(({ subpath }) => subpath !== "./package.json"),
    bins: Object.values<string>(workspace.manifest.bin ?? {}),
  }));

// What runs in a worker exports nothing.
const modules = packages.flatMap(({ name, entries }) =>
  entries
    .filter(({ conditions }) => conditions.default?.endsWith(".js"))
    .filter(({ subpath }) => subpath !== "./worker/script")
    .map(({ subpath }) => name + subpath.slice(1)),
);

/** What a script prints as JSON, run by Node in the consumer's folder. */
const node = (file: "module" | "commonjs", script: string): unknown =>
  JSON.parse(
    execFileSync(process.execPath, [`--input-type=${file}`, "--eval", script], {
      cwd: consumer,
      encoding: "utf8",
      stdio: "pipe",
    }),
  );

describe.each(packages)("$name", ({ installed, entries, bins }) => {
  const named = [...entries.flatMap(({ conditions }) => Object.values(conditions)), ...bins]
    .filter((file) => !file.startsWith("./src/"))
    // A pattern stands for the files of a folder.
    .map((file) => file.replace(/^\.\//, "").replace(/\/\*$/, ""));

  test("every file that its manifest names is in the tarball", () => {
    expect(named.filter((file) => !existsSync(join(installed, file)))).toEqual([]);
  });

  test("every built module is named in its manifest, or is a shared chunk", () => {
    const dist = join(installed, "dist");
    const files = existsSync(dist) ? readdirSync(dist, { recursive: true, encoding: "utf8" }) : [];
    const modules = files
      .map((file) => `dist/${file.replaceAll("\\", "/")}`)
      .filter((file) => /\.(js|d\.ts)$/.test(file) && !chunk.test(file));
    const declarations = new Set(named.map((file) => file.replace(/\.js$/, ".d.ts")));
    expect(modules.filter((file) => !named.includes(file) && !declarations.has(file))).toEqual([]);
  });

  test("no source is in the tarball twice", () => {
    const dist = join(installed, "dist");
    const files = existsSync(dist) ? readdirSync(dist, { recursive: true, encoding: "utf8" }) : [];
    const sources = files
      .filter((file) => file.endsWith(".map"))
      .map((file) => ({ file, map: JSON.parse(readFileSync(join(dist, file), "utf8")) }))
      .flatMap(({ file, map: { sources, sourcesContent = [] } }) =>
        sourcesContent.map((_: unknown, index: number) => join(dist, file, "..", sources[index])),
      );
    expect(sources.filter((source, index) => sources.indexOf(source) !== index)).toEqual([]);
  });

  test("its licence is in the tarball", () => {
    expect(readFileSync(join(installed, "LICENSE"), "utf8")).toContain("Copyright");
  });
});

describe.each(modules)("%s", (module) => {
  const name = JSON.stringify(module);

  test("is imported by import()", () => {
    expect(
      node("module", `console.log(JSON.stringify(Object.keys(await import(${name}))))`),
    ).not.toEqual([]);
  });

  test("gives require() the objects that import() gives", () => {
    const script = `
      const required = require(${name});
      import(${name}).then((imported) => {
        const names = new Set([...Object.keys(required), ...Object.keys(imported)]);
        console.log(JSON.stringify([...names].filter((it) => required[it] !== imported[it])));
      });`;
    expect(node("commonjs", script)).toEqual([]);
  });

  test("is loaded by require() inside a vm context", () => {
    const script = `
      const { createContext, runInContext } = require("node:vm");
      const context = createContext({ require });
      console.log(runInContext('JSON.stringify(Object.keys(require(${name})))', context));`;
    expect(node("commonjs", script)).not.toEqual([]);
  });
});

test("what is printed is called by its name, as no compiler renamed it", () => {
  const script = `
    import { parseNotebook, Scrapbook } from "@scrapbook/core";
    import { createDataFrame } from "@scrapbook/encoders-pandas";
    const notebook = parseNotebook({ cells: [], metadata: {}, nbformat: 4, nbformat_minor: 5 });
    const all = [notebook, notebook.scraps, new Scrapbook(), createDataFrame({ columns: { a: [1] } })];
    console.log(JSON.stringify(all.map((one) => one.constructor.name)));`;
  expect(node("module", script)).toEqual(["Notebook", "Scraps", "Scrapbook", "DataFrame"]);
});
