import { createIO, type Store } from "@scrapbook/core/io";
import { describe, expect, test } from "vitest";
import { faultOf, notebookText, type Place, placeWith, type StoreTest } from "./place.ts";

/** What the verbs do over the store: what its users will see. */
export function testVerbs<L>(store: StoreTest<L>): void {
  const { can, stamps = true, versions = can.expect } = store;
  const io = ({ store }: Place<L>) => createIO<L>({ stores: [store as Store<unknown>] });
  const files = { "a.ipynb": notebookText(1), "b.ipynb": notebookText(2) };

  describe("the verbs", () => {
    test("read a notebook, and know its version", async () => {
      const place = await placeWith(store, files);
      const notebook = await io(place).readNotebook(place.at("a.ipynb"));
      expect(notebook.value("x")).toBe(1);
      expect(notebook.source).toBe(place.store.nameOf(place.at("a.ipynb")));
      expect(typeof notebook.version).toBe(versions ? "string" : "undefined");
    });

    test.each(can.list ? ["folder"] : [])("read a %s", async () => {
      const place = await placeWith(store, { ...files, "c.txt": "" });
      const book = await io(place).readNotebooks(place.folder);
      expect([...book].map(([key, notebook]) => [key, notebook.value("x")])).toEqual([
        ["a", 1],
        ["b", 2],
      ]);
    });

    test.each(can.list && stamps ? ["folder"] : [])(
      "read no notebook of a %s again that did not change",
      async () => {
        const place = await placeWith(store, files);
        const opened: unknown[] = [];
        // Without what opens and reads in one, so that all is counted here.
        const { readListed: _, ...steps } = place.store;
        const counting = {
          ...steps,
          open: (...given: Parameters<typeof place.store.open>) => {
            opened.push(given[0]);
            return place.store.open(...given);
          },
        };
        const { readNotebooks } = io({ ...place, store: counting });
        const cache = new Map();
        await readNotebooks(place.folder, { cache });
        expect(opened).toHaveLength(2);
        const book = await readNotebooks(place.folder, { cache });
        expect(opened).toHaveLength(2);
        expect([...book.values()].map((notebook) => notebook.value("x"))).toEqual([1, 2]);
        await place.put("b.ipynb", new TextEncoder().encode(notebookText(33)));
        const changed = await readNotebooks(place.folder, { cache });
        expect(opened).toHaveLength(3);
        expect(changed.get("b")?.value("x")).toBe(33);
      },
    );

    test.each(can.expect ? ["change"] : [])("lose no %s of many who edit at once", async () => {
      const place = await placeWith(store, files);
      const count = () =>
        io(place).editNotebook(
          place.at("a.ipynb"),
          (session) => session.set("x", Number(session.notebook.value("x")) + 1),
          { retries: 1_000 },
        );
      await Promise.all(Array.from({ length: 10 }, count));
      expect((await io(place).readNotebook(place.at("a.ipynb"))).value("x")).toBe(11);
    });

    test.each(can.expect ? ["version"] : [])("write over the %s that was read", async () => {
      const place = await placeWith(store, files);
      const { readNotebook, writeNotebook, editNotebook } = io(place);
      const location = place.at("a.ipynb");
      const { version } = await readNotebook(location);
      const expect_ = version as string;
      const edited = await editNotebook(location, (session) => session.set("x", 5), {
        expect: expect_,
      });
      expect(edited.isChanged).toBe(true);
      expect(edited.version).toBe((await readNotebook(location)).version);
      const late = writeNotebook(location, notebookText(6), { expect: expect_ });
      expect(await faultOf(late)).toBe("store-conflict");
      await writeNotebook(location, notebookText(7), { expect: edited.version });
      expect((await readNotebook(location)).value("x")).toBe(7);
    });
  });
}
