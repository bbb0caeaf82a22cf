import { readdirSync, writeFileSync } from "node:fs";
import { edit } from "@scrapbook/core";
import { parse } from "csv-parse/sync";
import { beforeEach, describe, expect, test } from "vitest";
import { payloads } from "./testing/hostile.ts";
import { workspace } from "./testing/workspace.ts";

const space = workspace();

/** A notebook whose scraps have these names and values, and bad ones besides. */
beforeEach(() => {
  const empty = { cells: [], metadata: {}, nbformat: 4, nbformat_minor: 5 };
  const session = edit(empty, { cellId: () => "cell" });
  for (const [, text] of payloads) session.set(text, text);
  writeFileSync(space.at("HOSTILE.ipynb"), session.toBytes());
  writeFileSync(space.at("BROKEN.ipynb"), JSON.stringify({ ...empty, cells: brokenCells() }));
  writeFileSync(space.at("FAILED.ipynb"), JSON.stringify({ ...empty, cells: failedCells() }));
});

function brokenCells(): unknown[] {
  const mime = "application/scrapbook.scrap.json+json";
  return payloads.map(([, text]) =>
    cell({
      output_type: "display_data",
      metadata: {},
      data: { [mime]: { name: text, version: 1, encoder: 1, data: text } },
    }),
  );
}

const failedCells = () => payloads.map(([, text]) => failedCell(text));

const failedCell = (text: string) => ({
  ...cell({ output_type: "error", ename: text, evalue: text, traceback: [text] }),
  metadata: { papermill: { exception: true, status: "failed" } },
});

const cell = (output: unknown) => ({
  ...{ cell_type: "code", id: "cell", execution_count: 1, source: "", metadata: {} },
  outputs: [output],
});

/** Everything that a terminal or a log would obey, or that hides: all but line ends and joiners. */
const steering = /(?![\n\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;

describe("what people read has nothing that steers a terminal:", () => {
  test.each([
    ["ls HOSTILE.ipynb"],
    ["table HOSTILE.ipynb"],
    ["table HOSTILE.ipynb -f md"],
    ["table HOSTILE.ipynb -f html"],
    ["run-info FAILED.ipynb"],
    ["validate BROKEN.ipynb"],
    ["validate BROKEN.ipynb -f github"],
    ["validate BROKEN.ipynb -f sarif"],
    ["validate BROKEN.ipynb -f junit"],
    ["report HOSTILE.ipynb -f md --include-data"],
    ["extract HOSTILE.ipynb --to out --dry-run"],
    ["set HOSTILE.ipynb x 1 --dry-run"],
    ["rm HOSTILE.ipynb --name * --dry-run"],
  ])("scrapbook %s", async (line) => {
    const { out, err } = await space.run(...line.split(" "));
    expect(out.replace(/\t/g, "").match(steering)).toBeNull();
    expect(err.match(steering)).toBeNull();
    expect(out.length).toBeGreaterThan(100);
  });
});

describe.each(payloads)("%s", (_, text) => {
  test("is shown and never obeyed when it is looked at in a terminal", async () => {
    const { out } = await space.runAs({ isOutTerminal: true }, "get", "HOSTILE.ipynb", "--", text);
    expect(out.replace(/\t/g, "").match(steering)).toBeNull();
  });

  test("is named in a message without being obeyed", async () => {
    const { err, code } = await space.run("get", "--", "HOSTILE.ipynb", `${text}?`);
    expect(code).toBe(1);
    expect(err.match(steering)).toBeNull();
    expect(err.trimEnd().split("\n")).toHaveLength(1);
  });

  test("comes whole through JSON", async () => {
    const { out } = await space.run("ls", "HOSTILE.ipynb", "--json");
    const lines = out
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines).toHaveLength(payloads.length);
    expect(lines.find(({ name }) => name === text)).toMatchObject({ data: text });
    const table = JSON.parse((await space.run("table", "HOSTILE.ipynb", "-f", "json")).out);
    expect(Object.entries(table[0])).toContainEqual([text, text]);
  });
});

test("how a run failed comes whole through JSON", async () => {
  for (const [, text] of payloads) {
    const metadata = { papermill: { exception: true } };
    const notebook = { cells: [failedCell(text)], metadata, nbformat: 4, nbformat_minor: 5 };
    writeFileSync(space.at("ONE.ipynb"), JSON.stringify(notebook));
    const { out } = await space.run("run-info", "ONE.ipynb", "--json");
    expect(out.trimEnd().split("\n")).toHaveLength(1);
    expect(JSON.stringify(JSON.parse(out))).toContain(JSON.stringify(text).slice(1, -1));
  }
});

test("a page has one script, its own, and no text of a notebook as markup", async () => {
  for (const notebook of ["HOSTILE.ipynb", "FAILED.ipynb", "BROKEN.ipynb"]) {
    const { out } = await space.run("report", notebook);
    expect(out.match(/<script/g)).toHaveLength(1);
    expect(out).not.toMatch(/<img src=x|\u202e|[\u2066-\u2069\u2028\u2029]/);
    expect(out.replace(/[\n\t]/g, "")).not.toMatch(/\p{Cc}/u);
  }
});

test("no field of a CSV file is a formula, and all are there", async () => {
  const { out } = await space.run("table", "HOSTILE.ipynb", "-f", "csv");
  const [head = [], row = [], ...more] = parse(out) as string[][];
  expect(more).toEqual([]);
  const told = payloads.map(([, text]) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text));
  expect(head.slice(1)).toEqual(told);
  expect(row.slice(1)).toEqual(told);
});

test("a Markdown table has its rows and columns, and no markup in them", async () => {
  const { out } = await space.run("table", "HOSTILE.ipynb", "-f", "md");
  const lines = out.trimEnd().split("\n");
  expect(lines).toHaveLength(3);
  for (const line of lines) {
    expect(line.match(/(?<!\\)(\\\\)*\|/g)).toHaveLength(payloads.length + 2);
    expect(line.replace(/\\./g, "")).not.toMatch(/[<>`*[\]!]/);
  }
});

test("an HTML table has only the tags of a table", async () => {
  const { out } = await space.run("table", "HOSTILE.ipynb", "-f", "html");
  expect(out.replace(/<\/?(table|thead|tbody|tr|th|td)( align="right")?>/g, "")).not.toMatch(
    /[<>]/,
  );
});

test("each line for GitHub is one annotation", async () => {
  const { out } = await space.run("validate", "BROKEN.ipynb", "-f", "github");
  const lines = out.trimEnd().split("\n");
  expect(lines).toHaveLength(payloads.length);
  for (const line of lines)
    expect(line).toMatch(/^::error file=[^:,]*,line=\d+,col=\d+,title=[\w-]+::/);
});

test("files that are extracted lie in the folder, each under a name of its own", async () => {
  const { code } = await space.run("extract", "HOSTILE.ipynb", "--to", "out", "--quiet");
  expect(code).toBe(0);
  expect(readdirSync(space.at("out"))).toEqual(["HOSTILE"]);
  const files = readdirSync(space.at("out/HOSTILE"));
  expect(files).toHaveLength(payloads.length);
  for (const file of files) expect(file).toMatch(/^[\w%.-]+$/);
});

test("each can be renamed, copied and removed by its name", async () => {
  for (const [, text] of payloads) {
    const quiet = ["--quiet", "--no-trace", "--"];
    expect((await space.run("cp", ...quiet, "HOSTILE.ipynb", text, "AAA.ipynb")).code).toBe(0);
    expect((await space.run("mv", ...quiet, "AAA.ipynb", text, `${text}2`)).code).toBe(0);
    const pattern = `${text}2`.replace(/[\\*?]/g, "\\$&");
    expect((await space.run("rm", "AAA.ipynb", "-q", `--name=${pattern}`)).code).toBe(0);
  }
  expect((await space.run("ls", "AAA.ipynb")).out).toContain("8 scraps in 1 notebook");
});
