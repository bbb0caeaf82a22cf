import type { Pieces } from "@scrapbook/core/io";
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
  textAt,
  versionAt,
} from "./place.ts";

const small = bytesOf("new");

/** What every store must do when it is written, and refuse where it cannot. */
export function testWrites<L>(store: StoreTest<L>): void {
  const { can, versions = can.expect } = store;
  if (!can.write) {
    test("writing is refused", async () => {
      const place = await placeWith(store, { "a.ipynb": "old" });
      const location = place.at("a.ipynb");
      expect(await faultOf(place.store.write(location, [small]))).toBe("store-unsupported");
      const replacing = place.store.replace(location, async () => [small]);
      expect(await faultOf(replacing)).toBe("store-unsupported");
    });
    return;
  }

  describe("writing", () => {
    test("writes pieces of every form and size, one after the other", async () => {
      const pieces = [0, 1, 65_536, 3, 200_000, 0].map(someBytes);
      const whole = await all(pieces);
      for (const form of formsOf(pieces)) {
        const place = await placeOf(store);
        await place.store.write(place.at("a.ipynb"), form);
        const opened = await open(place, place.at("a.ipynb"));
        expect(isSame(await opened.read(), whole)).toBe(true);
        await opened.close();
      }
    });

    test("writes over what was there, and leaves nothing of it", async () => {
      const place = await placeWith(store, { "a.ipynb": "a long old text" });
      await place.store.write(place.at("a.ipynb"), [small]);
      expect(await textAt(place, "a.ipynb")).toBe("new");
      await place.store.write(place.at("a.ipynb"), []);
      expect(await textAt(place, "a.ipynb")).toBe("");
    });

    test("takes a buffer that is used again after the write", async () => {
      const place = await placeOf(store);
      const buffer = bytesOf("first");
      await place.store.write(place.at("a.ipynb"), [buffer]);
      buffer.fill(33);
      expect(await textAt(place, "a.ipynb")).toBe("first");
    });

    test("leaves what was there where its pieces fail", async () => {
      const place = await placeWith(store, { "a.ipynb": "old" });
      const failing = async function* (): AsyncGenerator<Uint8Array> {
        yield someBytes(100_000);
        throw new RangeError("no more");
      };
      const writing = place.store.write(place.at("a.ipynb"), failing());
      expect(String(await faultOf(writing))).toContain("no more");
      expect(await textAt(place, "a.ipynb")).toBe("old");
    });

    test("stops when its signal says so, and leaves what was there", async () => {
      const place = await placeWith(store, { "a.ipynb": "old" });
      const { signal, reason } = abortedSignal();
      const write = place.store.write(place.at("a.ipynb"), [small], { signal });
      expect(await faultOf(write)).toBe(reason);
      const stop = new AbortController();
      const pieces = async function* (): AsyncGenerator<Uint8Array> {
        yield someBytes(100_000);
        stop.abort(reason);
        yield someBytes(100_000);
      };
      const late = place.store.write(place.at("a.ipynb"), pieces(), { signal: stop.signal });
      expect(await faultOf(late)).toBe(reason);
      expect(await textAt(place, "a.ipynb")).toBe("old");
    });

    test.each(versions ? ["version"] : [])("says the %s that a reader finds", async () => {
      const place = await placeOf(store);
      const { version } = await place.store.write(place.at("a.ipynb"), [small]);
      expect(await versionAt(place, "a.ipynb")).toBe(version);
    });

    const expecting = can.expect ? "keeps" : "refuses";
    test(`${expecting} the promise to write over one version only`, async () => {
      const place = await placeWith(store, { "a.ipynb": "old", "b.ipynb": "other" });
      const location = place.at("a.ipynb");
      const expect_ = can.expect ? ((await versionAt(place, "a.ipynb")) as string) : "1";
      if (!can.expect) {
        const refused = place.store.write(location, [small], { expect: expect_ });
        expect(await faultOf(refused)).toBe("store-unsupported");
        expect(await textAt(place, "a.ipynb")).toBe("old");
        return;
      }
      await place.store.write(location, [bytesOf("second")], { expect: expect_ });
      const late = place.store.write(location, [small], { expect: expect_ });
      expect(await faultOf(late)).toBe("store-conflict");
      expect(await textAt(place, "a.ipynb")).toBe("second");
      const missing = place.store.write(place.at("none.ipynb"), [small], { expect: expect_ });
      expect(await faultOf(missing)).toBe("store-conflict");
    });

    const creating = can.create ? "keeps" : "refuses";
    test(`${creating} the promise to write only where nothing is`, async () => {
      const place = await placeWith(store, { "a.ipynb": "old" });
      const write = (path: string) =>
        faultOf(place.store.write(place.at(path), [small], { expect: "none" }));
      expect(await write("b.ipynb")).toBe(can.create ? "none" : "store-unsupported");
      expect(await write("a.ipynb")).toBe(can.create ? "store-conflict" : "store-unsupported");
      expect(await textAt(place, "a.ipynb")).toBe("old");
    });

    test.each(can.create ? ["one"] : [])("lets %s of many create an object", async () => {
      const place = await placeOf(store);
      const write = (i: number) =>
        faultOf(place.store.write(place.at("a.ipynb"), [bytesOf(`by ${i}`)], { expect: "none" }));
      const faults = await Promise.all(Array.from({ length: 8 }, (_, i) => write(i)));
      expect(faults.filter((fault) => fault === "none")).toHaveLength(1);
      expect(faults.filter((fault) => fault === "store-conflict")).toHaveLength(7);
      expect(await textAt(place, "a.ipynb")).toBe(`by ${faults.indexOf("none")}`);
    });
  });
}

/** The same pieces as an array, as generators, and as a generator that fills one buffer anew. */
function formsOf(pieces: readonly Uint8Array[]): readonly Pieces[] {
  return [
    pieces,
    new Set(pieces),
    (function* () {
      yield* pieces;
    })(),
    (async function* () {
      yield* pieces;
    })(),
    (async function* () {
      const buffer = new Uint8Array(200_000);
      for (const piece of pieces) {
        buffer.set(piece);
        yield buffer.subarray(0, piece.length);
      }
    })(),
  ];
}
