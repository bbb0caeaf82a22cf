import { describe, expect, test } from "vitest";
import { readScraps, writeNotebook } from "./index.ts";
import { opfsFolder, putFile } from "./testing/opfs-folder.ts";

const long = "shown ".repeat(20_000);
const payload = { name: "x", data: [1, "ä"], encoder: "json", version: 1 };
const output = {
  output_type: "display_data",
  data: { "application/scrapbook.scrap.json+json": payload, "text/plain": long },
  metadata: { scrapbook: { name: "x", data: true, display: true } },
};
const cell = { cell_type: "code", execution_count: 1, metadata: {}, outputs: [output], source: "" };
const text = JSON.stringify({ cells: [cell], metadata: {}, nbformat: 4, nbformat_minor: 4 });
const bytes = new TextEncoder().encode(text);
const options = { maxDisplayBytes: 1_000 };
const url = `${location.origin}/web/files/read-scraps.ipynb`;

type Source = Parameters<typeof readScraps>[0];

/** Each way that a notebook comes into a page, and what it is called then. */
const again: Readonly<Record<string, () => Promise<readonly [Source, string | undefined]>>> = {
  "a blob": async () => [new Blob([bytes]), "a Blob"],
  "a file": async () => [new File([bytes], "a.ipynb"), "a.ipynb"],
  "a file's handle": async () => [await putFile(await opfsFolder(), "a.ipynb", bytes), "a.ipynb"],
  "the origin's own files": async () => {
    await putFile(await navigator.storage.getDirectory(), "read-scraps/a.ipynb", bytes);
    return ["opfs://read-scraps/a.ipynb", "opfs://read-scraps/a.ipynb"];
  },
};
const once: typeof again = {
  "a URL": async () => [url, url],
  "a URL from the page on": async () => [
    "/web/files/read-scraps.ipynb",
    "/web/files/read-scraps.ipynb",
  ],
  "an answer of fetch": async () => [await fetch(url), undefined],
  "a stream": async () => [new Blob([bytes]).stream(), undefined],
  "a database": async () => {
    await writeNotebook("idb://read-scraps/a.ipynb", text);
    return ["idb://read-scraps/a.ipynb", "idb://read-scraps/a.ipynb"];
  },
};

describe("a notebook is read in pieces from", () => {
  test.each(Object.entries(again))("%s, and its display once more", async (_, make) => {
    const [source, name] = await make();
    const notebook = await readScraps(source, options);
    expect([notebook.source, notebook.byteLength]).toEqual([name, bytes.length]);
    expect(notebook.value("x")).toEqual([1, "ä"]);
    expect([notebook.hasDisplay("x"), notebook.problems]).toEqual([false, []]);
    expect((await notebook.loadDisplay("x"))?.data["text/plain"]).toBe(long);
    await notebook.close();
  });

  test.each(Object.entries(once))(
    "%s, and its display is kept up to the limit",
    async (_, make) => {
      await fetch(url, { method: "PUT", body: text });
      const [source, name] = await make();
      const notebook = await readScraps(source, options);
      expect([notebook.source, notebook.value("x")]).toEqual([name, [1, "ä"]]);
      expect(notebook.problems.map(({ code }) => code)).toEqual(["display-not-kept"]);
      const kept = await readScraps((await make())[0]);
      expect(kept.scraps.get("x")?.display?.data["text/plain"]).toBe(long);
    },
  );
});

describe("reading in pieces in a page", () => {
  test("tells how far it is, and what is wrong with an answer", async () => {
    const loaded: number[] = [];
    await fetch(url, { method: "PUT", body: text });
    await readScraps(url, { onProgress: (progress) => loaded.push(progress.loaded) });
    expect(loaded.at(-1)).toBe(bytes.length);
    const missing = readScraps(`${url}.none`);
    await expect(missing).rejects.toMatchObject({ code: "store-not-found", source: `${url}.none` });
    const cut = readScraps(new File([bytes.subarray(0, 100)], "cut.ipynb"));
    await expect(cut).rejects.toMatchObject({ code: "json-truncated", source: "cut.ipynb" });
  });

  test("tells of a file that was deleted after it was picked", async () => {
    const folder = await opfsFolder();
    const file = await (await putFile(folder, "a.ipynb", bytes)).getFile();
    await folder.removeEntry("a.ipynb");
    const reading = readScraps(file);
    await expect(reading).rejects.toMatchObject({ code: "store-not-found", source: "a.ipynb" });
  });

  test("stops where its signal says so", async () => {
    const stop = new AbortController();
    const reason = new Error("enough");
    const reading = readScraps(`${location.origin}/web/endless`, {
      signal: stop.signal,
      onProgress: () => stop.abort(reason),
    });
    await expect(reading).rejects.toBe(reason);
    await expect(readScraps(new Blob([bytes]), { signal: stop.signal })).rejects.toBe(reason);
  });

  test("refuses what is no place of a notebook", async () => {
    await expect(readScraps(42 as never)).rejects.toMatchObject({ code: "usage-argument" });
  });
});
