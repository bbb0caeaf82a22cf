import { describe, expect, test } from "vitest";
import {
  abortedSignal,
  all,
  bytesOf,
  faultOf,
  isSame,
  open,
  placeOf,
  placeWith,
  type StoreTest,
  someBytes,
  textOf,
  versionAt,
} from "./place.ts";

const sizes = [0, 1, 2, 1_023, 65_535, 65_536, 65_537, 1_500_000];

/** What every store must do when it is read. */
export function testReads<L>(store: StoreTest<L>): void {
  const { stamps = true, versions = store.can.expect, absent = true } = store;

  describe("reading", () => {
    test("gives all bytes, of every size, and says the size where it knows it", async () => {
      for (const length of sizes) {
        const bytes = someBytes(length);
        const place = await placeWith(store, { "a.ipynb": bytes });
        const opened = await open(place, place.at("a.ipynb"));
        expect([length, undefined]).toContain(opened.size);
        expect(isSame(await opened.read(), bytes)).toBe(true);
        await opened.close();
        await opened.close();
        const again = await open(place, place.at("a.ipynb"));
        expect(isSame(await all(again.stream()), bytes)).toBe(true);
        await again.close();
      }
    });

    test("reads into a buffer that is used again, and makes it larger where it must", async () => {
      const contents = [someBytes(10), someBytes(100_000), someBytes(0), someBytes(99_999)];
      const files = contents.map((bytes, i) => [`${i}.ipynb`, bytes] as const);
      const place = await placeWith(store, Object.fromEntries(files));
      const into = { bytes: new Uint8Array(20) };
      const first = into.bytes;
      for (const [path, bytes] of files) {
        const opened = await open(place, place.at(path));
        const read = await opened.read(into);
        expect(isSame(read, bytes)).toBe(true);
        if (read.length > 0) expect(read.buffer).toBe(into.bytes.buffer);
        await opened.close();
      }
      expect(into.bytes).not.toBe(first);
    });

    test("gives a listed object whole as it gives it in steps, where it can", async () => {
      const contents = [someBytes(10), someBytes(100_000), someBytes(0), someBytes(99_999)];
      const into = { bytes: new Uint8Array(20) };
      for (const bytes of contents) {
        const place = await placeWith(store, { "a.ipynb": bytes });
        const at = place.at("a.ipynb");
        const whole = await place.store.readListed?.(at, into);
        if (place.store.readListed === undefined) continue;
        expect(isSame(whole?.bytes ?? bytes.subarray(1), bytes)).toBe(true);
        const opened = await open(place, at);
        await opened.read();
        expect([whole?.stamp, whole?.version]).toEqual([opened.stamp, opened.version]);
        await opened.close();
        if (whole?.stamp === undefined) continue;
        expect(await place.store.readListed(at, into, { unless: whole.stamp })).toBe(undefined);
      }
    });

    test("gives bytes of their own where no buffer is given", async () => {
      const place = await placeWith(store, { "a.ipynb": "first", "b.ipynb": "other" });
      const opened = await open(place, place.at("a.ipynb"));
      const bytes = await opened.read();
      await opened.close();
      const other = await open(place, place.at("b.ipynb"));
      await other.read();
      await other.close();
      expect(textOf([bytes])).toBe("first");
    });

    test("gives ranges, and stops where the object does", async () => {
      const bytes = someBytes(200_000);
      const place = await placeWith(store, { "a.ipynb": bytes });
      const ranges = [
        [0, 0],
        [0, 1],
        [5, 70_000],
        [199_999, 200_000],
        [150_000, 300_000],
        [200_000, 200_001],
      ] as const;
      for (const [start, end] of ranges) {
        const opened = await open(place, place.at("a.ipynb"));
        expect(isSame(await opened.slice(start, end), bytes.slice(start, end))).toBe(true);
        expect(isSame(await all(opened.stream({ start, end })), bytes.slice(start, end))).toBe(
          true,
        );
        await opened.close();
      }
      const opened = await open(place, place.at("a.ipynb"));
      const end = await all(opened.stream({ start: 199_990 }));
      expect(isSame(end, bytes.slice(199_990))).toBe(true);
      await opened.close();
    });

    test("lets a stream be left early", async () => {
      const place = await placeWith(store, { "a.ipynb": someBytes(1_000_000) });
      const opened = await open(place, place.at("a.ipynb"));
      for await (const piece of opened.stream()) {
        expect(piece.length).toBeGreaterThan(0);
        break;
      }
      await opened.close();
    });

    test("gives the bytes as they were when it was opened, or an error", async () => {
      const place = await placeWith(store, { "a.ipynb": "the old bytes" });
      const opened = await open(place, place.at("a.ipynb"));
      await place.put("a.ipynb", bytesOf("new bytes, and more of them"));
      const read = await opened.read().then(
        (bytes) => textOf([bytes]),
        (error) => faultOf(Promise.reject(error)),
      );
      expect(["the old bytes", "store-conflict", "store-io"]).toContain(read);
      await opened.close();
    });

    test("holds no more than it may", async () => {
      const place = await placeWith(store, { "a.ipynb": someBytes(100_000) });
      const readAll = async (maxBytes: number): Promise<number> => {
        const opened = await open(place, place.at("a.ipynb"), { maxBytes });
        try {
          return (await opened.read()).length;
        } finally {
          await opened.close();
        }
      };
      expect(await readAll(100_000)).toBe(100_000);
      expect(await faultOf(readAll(99_999))).toBe("store-too-large");
      expect(await faultOf(readAll(0))).toBe("store-too-large");
    });

    test.each(absent ? ["what is not there"] : [])("says %s, and names it", async () => {
      const place = await placeOf(store);
      const location = place.at("none.ipynb");
      expect(await faultOf(open(place, location))).toBe("store-not-found");
      await expect(open(place, location)).rejects.toMatchObject({
        source: place.store.nameOf(location),
      });
    });

    test("takes names of every kind", async () => {
      const names = oddNames.filter((name) => !store.impossibleNames?.includes(name));
      const files = names.map((name, i) => [name, `content ${i}`] as const);
      const place = await placeWith(store, Object.fromEntries(files));
      for (const [name, content] of files) {
        const opened = await open(place, place.at(name));
        expect(textOf([await opened.read()]), name).toBe(content);
        await opened.close();
      }
    });

    test("stops when its signal says so, with the signal's reason", async () => {
      const place = await placeWith(store, { "a.ipynb": someBytes(2_000_000) });
      const { signal, reason } = abortedSignal();
      expect(await faultOf(place.store.open(place.at("a.ipynb"), { signal }))).toBe(reason);
    });

    test.each(stamps ? ["stamps"] : [])("has %s that change with the bytes", async () => {
      const place = await placeWith(store, { "a.ipynb": "old" });
      const opened = await open(place, place.at("a.ipynb"));
      const { stamp } = opened;
      await opened.close();
      expect(typeof stamp).toBe("string");
      const unless = stamp as string;
      expect(await place.store.open(place.at("a.ipynb"), { unless })).toBeUndefined();
      await place.put("a.ipynb", bytesOf("newer"));
      const changed = await open(place, place.at("a.ipynb"), { unless });
      expect(textOf([await changed.read()])).toBe("newer");
      expect(changed.stamp).not.toBe(stamp);
      await changed.close();
    });

    test.each(versions ? ["versions"] : [])("has %s that tell the bytes", async () => {
      const place = await placeWith(store, { "a.ipynb": "old", "b.ipynb": "other" });
      const version = await versionAt(place, "a.ipynb");
      expect(typeof version).toBe("string");
      expect(await versionAt(place, "a.ipynb")).toBe(version);
      await place.put("a.ipynb", bytesOf("new"));
      expect(await versionAt(place, "a.ipynb")).not.toBe(version);
    });
  });
}

/** Names that addresses, shells and file systems treat in ways of their own. */
export const oddNames: readonly string[] = [
  "a b.ipynb",
  "a%20b.ipynb",
  "50%.ipynb",
  "a#b.ipynb",
  "a?b.ipynb",
  "a&b=c.ipynb",
  "a+b.ipynb",
  "a;b,c.ipynb",
  "a:b@c.ipynb",
  "a[1]{b}*.ipynb",
  "é😀.ipynb",
  "\u0065\u0301.ipynb",
  "'\"`$x.ipynb",
  "a\\b.ipynb",
  "~.ipynb",
  "-.ipynb",
  "a.ipynb ",
  ".hidden.ipynb",
  "no extension",
];
