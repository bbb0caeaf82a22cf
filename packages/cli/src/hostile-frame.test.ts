import { writeFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { beforeEach, expect, test } from "vitest";
import { payloads } from "./testing/hostile.ts";
import { workspace } from "./testing/workspace.ts";

const space = workspace();
const values = payloads.map(([, text]) => text);
/** Arrow, through which frames are read, has no names with a NUL. */
const names = payloads.map(([tries, text]) => (text.includes("\0") ? tries : text));
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
const line = (texts: readonly string[]) => `${texts.map(quoted).join(",")}\n`;

beforeEach(async () => {
  writeFileSync(space.at("frame.csv"), line(names) + line(values));
  await space.run("set", "AAA.ipynb", "frame", "--csv", "frame.csv", "--quiet");
});

const get = async (format: string) =>
  (await space.run("get", "AAA.ipynb", "frame", "-f", format)).out;
const told = (texts: readonly string[]) =>
  texts.map((text) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text));

test("a DataFrame as CSV holds all names and values, and no formula", async () => {
  expect(parse(await get("csv"))).toEqual([
    ["", ...told(names)],
    ["0", ...told(values)],
  ]);
});

test("what only looks like a formula comes through CSV as it is", async () => {
  const csv = 'n,x,t\n-1,-inf,-1 days +23:00:00\n-2,-1.5e-07,"=1,2"\n';
  writeFileSync(space.at("frame.csv"), csv);
  await space.run("set", "AAA.ipynb", "signs", "--csv", "frame.csv", "--quiet");
  const { out } = await space.run("get", "AAA.ipynb", "signs", "-f", "csv");
  expect(out.replace(/^\d?,/gm, "")).toBe(csv.replace('"=1,2"', `"'=1,2"`));
});

test("a DataFrame as Markdown has its cells, and no markup in them", async () => {
  const lines = (await get("md")).trimEnd().split("\n");
  expect(lines).toHaveLength(3);
  for (const it of lines) {
    expect(it.match(/(?<!\\)(\\\\)*\|/g)?.length).toBe(lines[1]?.match(/\|/g)?.length);
    expect(it.replace(/\\./g, "")).not.toMatch(/[<>`*[\]!]/);
  }
});

test("a DataFrame as HTML has only the tags of a table", async () => {
  const markup = await get("html");
  const tags = /<\/?(?:div|table|thead|tbody|tr|th|td|p)(?: (?:border|class|style)="[\w :;-]*")*>/g;
  expect(markup.replace(tags, "").replace(/<style[^>]*>[^<]*<\/style>/, "")).not.toMatch(/[<>]/);
  expect(markup).toContain("&lt;script&gt;");
});

test("a DataFrame as JSON holds all names and values", async () => {
  const json = await get("json");
  for (const text of [...names, ...values]) {
    const inJson = JSON.stringify(text).slice(1, -1);
    expect(json.includes(inJson) || JSON.stringify(JSON.parse(json)).includes(inJson)).toBe(true);
  }
});
