import { byCodePoints } from "@scrapbook/core/internal";
import { expect, test } from "vitest";
import type { FileStatus } from "./status.ts";
import { waitingEntries } from "./waiting.ts";

const entry = (name: string): FileStatus => ({
  ...{ pathSuffix: name.replace("/", ""), type: name.endsWith("/") ? "DIRECTORY" : "FILE" },
  ...{ length: 0, fileId: 1, modificationTime: 1, blockSize: 1, replication: 1 },
  ...{ permission: "644", group: "" },
});

/** As a NameNode lists: by signed bytes. */
function bySignedBytes(a: string, b: string): number {
  const [one, other] = [a, b].map((text) => new Int8Array(Buffer.from(text.replace("/", ""))));
  for (let i = 0; ; i++) {
    const [left, right] = [one?.[i], other?.[i]];
    if (left !== right) return (left ?? -999) - (right ?? -999);
    if (left === undefined) return 0;
  }
}

/** What comes out of a listing, and how many had to wait at once. */
function ordered(names: readonly string[]): { readonly given: string[]; readonly most: number } {
  const waiting = waitingEntries();
  const given: string[] = [];
  let most = 0;
  const take = (entries: readonly FileStatus[]): void => {
    for (const { pathSuffix, type } of entries) {
      given.push(type === "DIRECTORY" ? `${pathSuffix}/` : pathSuffix);
    }
  };
  let added = 0;
  for (const name of [...names].sort(bySignedBytes)) {
    take(waiting.before(name.replace("/", "")));
    waiting.add(entry(name));
    most = Math.max(most, ++added - given.length);
  }
  take(waiting.rest());
  return { given, most };
}

test.each([
  [["a/", "a-", "a.b/", "a0", "b"]],
  [["é", "a", "aé", "ab", "abé", "abc", "ac", "b"]],
  [["é/", "é-", "éa", "é", "~"].filter((name) => name !== "é")],
  [["a/", "aé", "a-", "aéa", "aéé", "a0"]],
  [["\uFF5E", "😀", "Z", "é😀", "éa"]],
])("%j is given in the order of code points", (names) => {
  expect(ordered(names).given).toEqual([...names].sort(byCodePoints));
});

test("any names are given in the order of code points", () => {
  const letters = ["a", "b", "-", "0", "é", "😀", "\uFF5E"];
  let seed = 1;
  const random = (below: number): number => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % below;
  };
  for (let round = 0; round < 200; round++) {
    const names = new Set<string>();
    for (let i = 0; i < 20; i++) {
      const length = 1 + random(4);
      names.add(Array.from({ length }, () => letters[random(letters.length)]).join(""));
    }
    const kinds = [...names].map((name) => (random(3) === 0 ? `${name}/` : name));
    expect(ordered(kinds).given).toEqual(kinds.sort(byCodePoints));
  }
});

test("plain names do not wait", () => {
  const names = Array.from({ length: 1000 }, (_, i) => `${10_000 + i}.ipynb`);
  expect(ordered(names).most).toBe(1);
});
