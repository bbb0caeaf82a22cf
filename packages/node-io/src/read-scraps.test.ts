import { spawn } from "node:child_process";
import { appendFile, rename } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { readScraps } from "./index.ts";
import { notebookWith, tempFolder } from "./testing/temp-folder.ts";

const chart = "A".repeat(300_000);

/** A notebook with a scrap `x`, shown by a long text. */
function shownNotebook(): string {
  const notebook = JSON.parse(notebookWith(1));
  const [output] = notebook.cells[0].outputs;
  output.data["text/plain"] = chart;
  output.metadata = { scrapbook: { name: "x", data: true, display: true } };
  return JSON.stringify(notebook);
}

async function fileOf(text: string): Promise<string> {
  return join(await tempFolder({ "a.ipynb": text }), "a.ipynb");
}

describe("readScraps", () => {
  test("reads a file, and its displays when they are asked for", async () => {
    const path = await fileOf(shownNotebook());
    const notebook = await readScraps(path);
    expect(notebook.source).toBe(path);
    expect(notebook.value("x")).toBe(1);
    expect(notebook.problems).toEqual([]);
    expect(() => notebook.scraps.get("x")?.display).toThrow("loadDisplay");
    const display = await notebook.loadDisplay("x");
    expect(display?.data["text/plain"]).toBe(chart);
    await notebook.close();
    await notebook.close();
  });

  test("does not read a display from a file that was written into meanwhile", async () => {
    const path = await fileOf(shownNotebook());
    const notebook = await readScraps(path);
    await appendFile(path, " ");
    await expect(notebook.loadDisplay("x")).rejects.toMatchObject({ code: "store-conflict" });
    await notebook.close();
  });

  test("still reads the file that it opened where another has taken its place", async () => {
    const path = await fileOf(shownNotebook());
    const notebook = await readScraps(path);
    const other = join(await tempFolder({ "b.ipynb": notebookWith(2) }), "b.ipynb");
    await rename(other, path);
    expect((await notebook.loadDisplay("x"))?.data["text/plain"]).toBe(chart);
    await notebook.close();
  });

  test("reads responses and streams", async () => {
    const text = shownNotebook();
    expect((await readScraps(new Response(text))).value("x")).toBe(1);
    const body = new Response(text).body as ReadableStream<Uint8Array>;
    const notebook = await readScraps(body, { maxDisplayBytes: 100 });
    expect(notebook.problems).toMatchObject([{ code: "display-not-kept" }]);
    const refused = readScraps(new Response("gone", { status: 404 }));
    await expect(refused).rejects.toMatchObject({ code: "store-io" });
  });

  test("names the file and the place of what is wrong, beyond the first piece too", async () => {
    const path = await fileOf(`${shownNotebook().slice(0, -1)}\n\n}`.replace(/}$/, "]"));
    const [line, column] = [3, 1];
    const wanted = `line ${line}, column ${column}`;
    await expect(readScraps(path)).rejects.toThrow(wanted);
    await expect(readScraps(path)).rejects.toThrow(path);
    await expect(readScraps(`${path}.none`)).rejects.toMatchObject({ code: "store-not-found" });
    await expect(readScraps(path, { maxBytes: 9 })).rejects.toMatchObject({
      code: "store-too-large",
    });
  });

  test("reads standard input as it comes", async () => {
    const script = fileURLToPath(new URL("testing/read-scraps-script.ts", import.meta.url));
    const loader = new URL("../../../scripts/ts-loader.mjs", import.meta.url).href;
    const flags = ["--conditions=@scrapbook/source", `--import=${loader}`];
    const child = spawn(process.execPath, [...flags, script], { stdio: "pipe" });
    let said = "";
    child.stdout.on("data", (text) => {
      said += text;
    });
    child.stdin.end(shownNotebook());
    await new Promise((resolve) => child.on("close", resolve));
    expect(said).toBe("1 display-not-kept\n");
  });
});
