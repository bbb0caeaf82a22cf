import { parseNotebook } from "@scrapbook/core";
import { readScrapsOver, type StreamedNotebook } from "@scrapbook/core/stream";
import { expect, test } from "vitest";
import { faultOf, notebookText, type Place, placeWith, type StoreTest } from "./place.ts";

/** More than comes in one piece, and more than `maxDisplayBytes` below. */
const long = "shown ".repeat(50_000);

const payload = (name: string, data: unknown): object => ({
  "application/scrapbook.scrap.json+json": { name, data, encoder: "json", version: 1 },
});

const outputs = [
  { output_type: "display_data", data: payload("x", [1, "ä"]), metadata: {} },
  { output_type: "stream", name: "stdout", text: long },
  {
    output_type: "display_data",
    data: { ...payload("shown", 2), "text/plain": long },
    metadata: { scrapbook: { name: "shown", data: true, display: true } },
  },
];
const cell = { cell_type: "code", execution_count: 1, metadata: {}, outputs, source: long };
const text = JSON.stringify({ cells: [cell], metadata: {}, nbformat: 4, nbformat_minor: 4 });

/** Notebooks of any size: `readScraps` of `@scrapbook/core/stream`, over the store. */
export function testPieces<L>(store: StoreTest<L>): void {
  const read = (place: Place<L>, path: string): Promise<StreamedNotebook> =>
    readScrapsOver({ stores: [place.store] }, place.at(path), { maxDisplayBytes: 1_000 });

  test("a notebook comes in pieces, and says what it says whole", async () => {
    const place = await placeWith(store, { "a.ipynb": text });
    const whole = parseNotebook(text);
    const notebook = await read(place, "a.ipynb");
    expect(notebook.byteLength).toBe(new TextEncoder().encode(text).length);
    expect(notebook.scraps.toObject()).toEqual(whole.scraps.toObject());
    expect(notebook.hasDisplay("shown")).toBe(false);
    await notebook.close();
  });

  test("a display that was not kept is read again by its place, or its loss is told", async () => {
    const place = await placeWith(store, { "a.ipynb": text });
    const notebook = await read(place, "a.ipynb");
    const codes = notebook.problems.map(({ code }) => code);
    if (!store.can.ranges) {
      expect(codes).toEqual(["display-not-kept"]);
      expect(await faultOf(notebook.loadDisplay("shown"))).toBe("display-not-kept");
      return;
    }
    expect(codes).toEqual([]);
    expect((await notebook.loadDisplay("shown"))?.data["text/plain"]).toBe(long);
    await notebook.close();
  });

  test("a display is never that of other bytes than were read", async () => {
    const place = await placeWith(store, { "a.ipynb": text });
    const notebook = await read(place, "a.ipynb");
    await place.put("a.ipynb", new TextEncoder().encode(text.replaceAll("shown ", "other ")));
    const loaded = notebook.loadDisplay("shown").then((display) => display?.data["text/plain"]);
    const fault = await faultOf(loaded);
    const expected = ["store-conflict", "store-not-found", "display-not-kept"];
    if (fault === "none") expect(await loaded).toBe(long);
    else expect(expected).toContain(fault);
    await notebook.close();
  });

  test("what is broken, or is not there, is told as of a notebook that is read whole", async () => {
    const place = await placeWith(store, {
      "a.ipynb": text.slice(0, -1),
      "b.ipynb": notebookText(1),
    });
    expect(await faultOf(read(place, "a.ipynb"))).toBe("json-truncated");
    expect((await read(place, "b.ipynb")).value("x")).toBe(1);
    if (store.absent !== false)
      expect(await faultOf(read(place, "none.ipynb"))).toBe("store-not-found");
  });
}
