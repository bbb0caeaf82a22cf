import { isScrapbookError } from "@scrapbook/core";
import { describe, expect, test } from "vitest";
import {
  abortedSignal,
  bytesOf,
  faultOf,
  type Place,
  placeOf,
  placeWith,
  type StoreTest,
  textAt,
  textOf,
  versionAt,
} from "./place.ts";

/** What every store must do that changes objects without losing the changes of others. */
export function testReplaces<L>(store: StoreTest<L>): void {
  const { can } = store;
  if (!can.write) return;
  if (!can.expect) {
    test("replacing is refused where others' changes could be lost", async () => {
      const place = await placeWith(store, { "a.ipynb": "old" });
      const replacing = place.store.replace(place.at("a.ipynb"), async () => [bytesOf("new")]);
      expect(await faultOf(replacing)).toBe("store-unsupported");
      expect(await textAt(place, "a.ipynb")).toBe("old");
    });
    return;
  }

  describe("replacing", () => {
    test("gives what is there, writes what comes of it, and says the version", async () => {
      const place = await placeWith(store, { "a.ipynb": "old" });
      const written = await place.store.replace(place.at("a.ipynb"), async (now) => [
        await now.read(),
        bytesOf(" and new"),
      ]);
      expect(await textAt(place, "a.ipynb")).toBe("old and new");
      expect(written?.version).toBe(await versionAt(place, "a.ipynb"));
    });

    test("writes nothing where nothing is to be changed", async () => {
      const place = await placeWith(store, { "a.ipynb": "old" });
      const version = await versionAt(place, "a.ipynb");
      expect(await place.store.replace(place.at("a.ipynb"), async () => undefined)).toBeUndefined();
      expect(await versionAt(place, "a.ipynb")).toBe(version);
    });

    test("passes on what the change throws, and leaves what was there", async () => {
      const place = await placeWith(store, { "a.ipynb": "old" });
      const own = Object.assign(new Error("own"), { code: "ENOENT" });
      const replacing = place.store.replace(place.at("a.ipynb"), async () => {
        throw own;
      });
      expect(await faultOf(replacing)).toBe(own);
      expect(await textAt(place, "a.ipynb")).toBe("old");
      await place.store.replace(place.at("a.ipynb"), async () => [bytesOf("new")]);
      expect(await textAt(place, "a.ipynb")).toBe("new");
    });

    test("says what is not there", async () => {
      const place = await placeOf(store);
      const replacing = place.store.replace(place.at("none.ipynb"), async () => []);
      expect(await faultOf(replacing)).toBe("store-not-found");
    });

    test("writes nothing over what somebody else wrote meanwhile", async () => {
      const place = await placeWith(store, { "a.ipynb": "old" });
      const replacing = place.store.replace(place.at("a.ipynb"), async (now) => {
        await now.read();
        await place.put("a.ipynb", bytesOf("theirs"));
        return [bytesOf("ours")];
      });
      expect(await faultOf(replacing)).toBe("store-conflict");
      expect(await textAt(place, "a.ipynb")).toBe("theirs");
    });

    test("loses no change of many who change at once", async () => {
      const place = await placeWith(store, { "a.ipynb": "0" });
      await Promise.all(Array.from({ length: 8 }, () => countUp(place, 5)));
      expect(await textAt(place, "a.ipynb")).toBe("40");
    });

    test("stops when its signal says so, and leaves what was there", async () => {
      const place = await placeWith(store, { "a.ipynb": "old" });
      const { signal, reason } = abortedSignal();
      const change = async () => [bytesOf("new")];
      const replacing = place.store.replace(place.at("a.ipynb"), change, { signal });
      expect(await faultOf(replacing)).toBe(reason);
      const stop = new AbortController();
      const late = async () => {
        stop.abort(reason);
        return [bytesOf("new")];
      };
      const { signal: stopped } = stop;
      const stopping = place.store.replace(place.at("a.ipynb"), late, { signal: stopped });
      expect(await faultOf(stopping)).toBe(reason);
      expect(await textAt(place, "a.ipynb")).toBe("old");
    });
  });
}

/** Counts a number up, again and again until it was not changed meanwhile. */
async function countUp<L>({ store, at }: Place<L>, times: number): Promise<void> {
  for (let done = 0; done < times; ) {
    try {
      await store.replace(at("a.ipynb"), async (now) => [
        bytesOf(String(Number(textOf([await now.read()])) + 1)),
      ]);
      done++;
    } catch (error) {
      if (!isScrapbookError(error) || error.code !== "store-conflict") throw error;
    }
  }
}
