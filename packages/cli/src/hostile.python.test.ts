import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { edit } from "@scrapbook/core";
import { expect, test } from "vitest";
import { payloads } from "./testing/hostile.ts";
import { workspace } from "./testing/workspace.ts";

const space = workspace();
const python = process.env.SCRAPBOOK_PYTHON ?? "";
const ask = (script: string, ...args: string[]): unknown =>
  JSON.parse(execFileSync(python, ["-c", `import json, sys\n${script}`, ...args]).toString());

test.each([
  ["parquet", "pyarrow.parquet.read_table(sys.argv[1])"],
  ["arrow", "pyarrow.ipc.open_stream(sys.argv[1]).read_all()"],
])("every name and value comes whole through %s", async (format, read) => {
  const session = edit({ cells: [], metadata: {}, nbformat: 4, nbformat_minor: 5 });
  for (const [, text] of payloads) session.set(text, text);
  writeFileSync(space.at("HOSTILE.ipynb"), session.toBytes());
  const file = space.at(`t.${format}`);
  expect((await space.run("table", "HOSTILE.ipynb", "-f", format, "-o", file)).code).toBe(0);
  const script = `import pyarrow, pyarrow.parquet, pyarrow.ipc
print(json.dumps(${read}.to_pylist()))`;
  const [row] = ask(script, file) as Record<string, string>[];
  const { key, ...told } = row ?? {};
  expect(key).toBe("HOSTILE");
  expect(Object.entries(told).sort()).toEqual(payloads.map(([, text]) => [text, text]).sort());
});

test("every value of a DataFrame comes whole through Arrow", async () => {
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const lines = payloads.map(([tries, text]) => `${quoted(tries)},${quoted(text)}\n`);
  writeFileSync(space.at("frame.csv"), `tries,text\n${lines.join("")}`);
  await space.run("set", "AAA.ipynb", "frame", "--csv", "frame.csv", "--quiet");
  const file = space.at("frame.arrow");
  expect((await space.run("get", "AAA.ipynb", "frame", "-o", file)).code).toBe(0);
  const script = `import pyarrow.ipc
print(json.dumps(pyarrow.ipc.open_stream(sys.argv[1]).read_all().select(["tries", "text"]).to_pylist()))`;
  expect(ask(script, file)).toEqual(payloads.map(([tries, text]) => ({ tries, text })));
});

test("JUnit's XML is XML whatever a notebook says", async () => {
  const mime = "application/scrapbook.scrap.json+json";
  const cells = payloads.map(([, text]) => ({
    ...{ cell_type: "code", id: "cell", execution_count: 1, source: "", metadata: {} },
    outputs: [
      {
        ...{ output_type: "display_data", metadata: {} },
        data: { [mime]: { name: text, version: text, encoder: text, data: 1 } },
      },
    ],
  }));
  const notebook = { cells, metadata: {}, nbformat: 4, nbformat_minor: 5 };
  writeFileSync(space.at("BROKEN.ipynb"), JSON.stringify(notebook));
  const file = space.at("junit.xml");
  writeFileSync(file, (await space.run("validate", "BROKEN.ipynb", "-f", "junit")).out);
  const script = `import xml.etree.ElementTree as xml
cases = xml.parse(sys.argv[1]).getroot().findall(".//testcase")
print(json.dumps([len(case.findall("failure")) for case in cases]))`;
  expect(ask(script, file)).toEqual([payloads.length]);
});
