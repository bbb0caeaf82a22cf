import { describe, expect, test } from "vitest";
import { testLists } from "./lists.ts";
import { testPieces } from "./pieces.ts";
import { placeOf, type StoreTest } from "./place.ts";
import { testReads } from "./reads.ts";
import { testReplaces } from "./replaces.ts";
import { testVerbs } from "./verbs.ts";
import { testWrites } from "./writes.ts";

export type { Place, StoreTest } from "./place.ts";

/**
 * Tests a store against the contract of `@scrapbook/core/io`. Runs wherever vitest does: nothing here
 * is Node's or a browser's.
 */
export function testStore<L>(store: StoreTest<L>): void {
  describe(store.name, () => {
    test("says what it can, and what it serves", async () => {
      const place = await placeOf(store);
      expect(await place.store.can(place.at("a.ipynb"))).toEqual(store.can);
      expect(place.store.matches(place.at("a.ipynb"))).toBe(true);
      for (const other of [undefined, null, 1, {}, [], "no-such-scheme://a/b"]) {
        expect(place.store.matches(other)).toBe(false);
      }
    });

    testReads(store);
    testWrites(store);
    testReplaces(store);
    testLists(store);
    testVerbs(store);
    testPieces(store);
  });
}
