import type { ListedObject, ListOptions } from "@scrapbook/core/io";
import { describe, expect, test } from "vitest";
import {
  abortedSignal,
  faultOf,
  open,
  type Place,
  placeOf,
  placeWith,
  type StoreTest,
  textOf,
} from "./place.ts";
import { oddNames } from "./reads.ts";

/** What every store that lists must do. */
export function testLists<L>(store: StoreTest<L>): void {
  const { can, stamps = true, many = 1_200 } = store;
  if (!can.list) {
    test("a store that cannot list has no list", async () => {
      expect((await placeOf(store)).store.list).toBeUndefined();
    });
    return;
  }

  describe("listing", () => {
    test("gives what lies in a folder, in the order of code points, and nothing below", async () => {
      const names = ["a.ipynb", "a.b.ipynb", "10.ipynb", "9.ipynb", ".h.ipynb", "Z", "é", "😀"];
      const files = [...names, "\uFF5E", "a/below.ipynb", ".b/below.ipynb"];
      const place = await placeWith(store, contentsOf(files));
      const expected = [".h.ipynb", "10.ipynb", "9.ipynb", "Z", "a.b.ipynb", "a.ipynb", "é"];
      expect(await pathsOf(place)).toEqual([...expected, "\uFF5E", "😀"]);
    });

    test("goes below in the order of whole paths, and into hidden folders only if asked", async () => {
      const files = ["a-.ipynb", "a.b/y", "a/z", "a/b/c", "b", ".c/d", "a/.d/e", ".f"];
      const place = await placeWith(store, contentsOf(files));
      const plain = [".f", "a-.ipynb", "a.b/y", "a/b/c", "a/z", "b"];
      expect(await pathsOf(place, { recursive: true })).toEqual(plain);
      expect(await pathsOf(place, { recursive: true, hidden: true })).toEqual([
        ...[".c/d", ".f", "a-.ipynb", "a.b/y", "a/.d/e", "a/b/c", "a/z", "b"],
      ]);
      const enter = (path: string): boolean => !path.endsWith("/a.b");
      const some = await pathsOf(place, { recursive: true, enter });
      expect(some).toEqual(expect.arrayContaining(plain.filter((path) => path !== "a.b/y")));
    });

    test("gives locations that can be opened, of names of every kind", async () => {
      const names = oddNames.filter((name) => !store.impossibleNames?.includes(name));
      const place = await placeWith(store, contentsOf(names));
      const listed = await listOf(place);
      expect(listed.map(({ path }) => path).sort()).toEqual([...names].sort());
      for (const { location, path } of listed) {
        const opened = await open(place, location);
        expect(textOf([await opened.read()])).toBe(`content of ${path}`);
        await opened.close();
      }
    });

    test.each(stamps ? ["sizes and stamps"] : [])("tells %s where they are wanted", async () => {
      const place = await placeWith(store, contentsOf(["a", "b"]));
      for (const { location, size, stamp } of await listOf(place, { stamps: true })) {
        const opened = await open(place, location);
        expect([size, stamp]).toEqual([opened.size ?? size, opened.stamp]);
        expect(stamp).toBeDefined();
        await opened.close();
      }
    });

    test("gives many, and may be left early", async () => {
      const names = Array.from({ length: many }, (_, i) => `${100_000 + i}.ipynb`);
      const place = await placeWith(store, contentsOf(names));
      expect(await pathsOf(place)).toEqual(names);
      for await (const { path } of place.store.list?.(place.folder) ?? []) {
        expect(path.endsWith("100000.ipynb")).toBe(true);
        break;
      }
    });

    test("gives the same many at a time, where it does so", async () => {
      const place = await placeWith(store, contentsOf(["a", "b/c", "b/d", "e"]));
      const listing = () => place.store.list?.(place.folder, { recursive: true });
      const inPages: ListedObject<L>[] = [];
      for await (const page of listing()?.pages ?? []) inPages.push(...page);
      const one: ListedObject<L>[] = [];
      for await (const object of listing() ?? []) one.push(object);
      expect(inPages).toEqual(listing()?.pages === undefined ? [] : one);
    });

    test("tells folders, objects and nothing apart", async () => {
      const place = await placeWith(store, contentsOf(["folder/a.ipynb"]));
      const kind = (location: L) => place.store.kindOf(location);
      expect(await kind(place.folder)).toBe("folder");
      expect(await kind(place.at("folder/a.ipynb"))).toBe("object");
      expect(await kind(place.at("none.ipynb"))).toBe("none");
    });

    test("stops when its signal says so", async () => {
      const place = await placeWith(store, contentsOf(["a", "b"]));
      const { signal, reason } = abortedSignal();
      expect(await faultOf(listOf(place, { signal }))).toBe(reason);
    });
  });
}

function contentsOf(paths: readonly string[]): Record<string, string> {
  return Object.fromEntries(paths.map((path) => [path, `content of ${path}`]));
}

/** What is listed, with paths relative to the folder. */
async function listOf<L>(
  { store, folder }: Place<L>,
  options?: ListOptions,
): Promise<ListedObject<L>[]> {
  const start = `${store.nameOf(folder).replace(/\/$/, "")}/`;
  const listed: ListedObject<L>[] = [];
  for await (const object of store.list?.(folder, options) ?? []) {
    expect(object.path.startsWith(start)).toBe(true);
    listed.push({ ...object, path: object.path.slice(start.length) });
  }
  return listed;
}

async function pathsOf<L>(place: Place<L>, options?: ListOptions): Promise<string[]> {
  return (await listOf(place, options)).map(({ path }) => path);
}
