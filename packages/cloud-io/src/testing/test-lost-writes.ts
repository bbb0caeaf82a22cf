import { createIO } from "@scrapbook/core/io";
import { describe, expect, test } from "vitest";
import { notebookText } from "../../../../quality/store-contract/place.ts";
import type { BehindFaults, FaultyServer } from "./behind-faults.ts";
import { codeOf, textAt } from "./read-all.ts";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What every store must do that creates objects safely, when the answer is lost. */
export function testLostCreations(server: FaultyServer, behind: () => BehindFaults): void {
  const { name, isPut = () => false } = server;

  describe(`${name}, creations whose answer is lost`, () => {
    test("one that took place is a success", async () => {
      const { proxy, fresh, direct, through } = behind();
      const location = fresh();
      const store = through();
      await store.can(location);
      proxy.clear();
      proxy.next((request) => (isPut(request) ? { is: "lost" } : undefined));
      const { version } = await store.write(location, [bytesOf("new")], { expect: "none" });
      expect(await textAt(direct(), location)).toBe("new");
      expect(proxy.seen.some(isPut)).toBe(true);
      const opened = await direct().open(location);
      expect(opened?.version).toBe(version);
      await opened?.close();
    });

    test("one that another came before is a conflict, and leaves what is there", async () => {
      const { proxy, fresh, direct, through } = behind();
      const location = fresh();
      const store = through();
      await store.can(location);
      const theirs = direct();
      await theirs.can(location);
      proxy.next((request) =>
        isPut(request)
          ? {
              ...{ is: "status", status: 503 },
              // Ours never arrives, and another is faster.
              after: () => theirs.write(location, [bytesOf("theirs")], { expect: "none" }),
            }
          : undefined,
      );
      const code = await codeOf(store.write(location, [bytesOf("ours")], { expect: "none" }));
      expect(code).toMatch(/^store-(?:conflict|outcome-unknown)$/);
      expect(await textAt(direct(), location)).toBe("theirs");
    });
  });
}

/** What every store must do that writes over one version only, when the answer is lost. */
export function testLostWrites(server: FaultyServer, behind: () => BehindFaults): void {
  const { name, isPut = () => false, isHead = () => false } = server;

  describe(`${name}, conditional writes whose answer is lost`, () => {
    test("one that took place is a success, with its version", async () => {
      const { proxy, fresh, direct, through } = behind();
      const location = fresh();
      const { version } = await direct().write(location, [bytesOf("old")]);
      const store = through();
      await store.can(location);
      proxy.next((request) => (isPut(request) ? { is: "lost" } : undefined));
      const written = await store.write(location, [bytesOf("new")], { expect: version });
      const opened = await direct().open(location);
      expect(opened?.version).toBe(written.version);
      await opened?.close();
      expect(await textAt(direct(), location)).toBe("new");
    });

    test("one that another write of ours came before is a conflict", async () => {
      const { proxy, fresh, direct, through } = behind();
      const location = fresh();
      const { version } = await direct().write(location, [bytesOf("old")]);
      const store = through();
      await store.can(location);
      const theirs = direct();
      await theirs.can(location);
      proxy.next((request) =>
        isPut(request)
          ? {
              is: "reset",
              // It never arrives, and another is faster.
              after: () => theirs.write(location, [bytesOf("theirs")], { expect: version }),
            }
          : undefined,
      );
      const ours = store.write(location, [bytesOf("ours")], { expect: version });
      expect(await codeOf(ours)).toBe("store-conflict");
      expect(await textAt(direct(), location)).toBe("theirs");
    });

    test("where the object is gone afterwards nobody can say", async () => {
      const { proxy, fresh, direct, through } = behind();
      const location = fresh();
      const { version } = await direct().write(location, [bytesOf("old")]);
      const store = through({ retries: 0 });
      await store.can(location);
      proxy.clear();
      proxy.next((request) => (isPut(request) ? { is: "lost" } : undefined));
      proxy.next(
        (request) =>
          isHead(request) && proxy.seen.some(isPut) ? { is: "status", status: 404 } : undefined,
        9,
      );
      const ours = store.write(location, [bytesOf("ours")], { expect: version });
      expect(await codeOf(ours)).toBe("store-outcome-unknown");
    });
  });
}

/** Two writers count a scrap up through faults of every kind, and lose nothing. */
export function testCounting(
  { name }: FaultyServer,
  behind: () => BehindFaults,
  times: number,
): void {
  test(`${name}: two writers count to ${2 * times} through faults, and lose nothing`, async () => {
    const { proxy, fresh, put, direct, through } = behind();
    const location = fresh();
    await put(location, bytesOf(notebookText(0)));
    const kinds = [
      { is: "lost" },
      { is: "reset" },
      { is: "status", status: 503 },
      { is: "cut", bytes: 50 },
      { is: "status", status: 429, headers: { "retry-after": "0" } },
    ] as const;
    let requests = 0;
    proxy.next(
      () => (++requests % 7 === 0 ? kinds[(requests / 7) % kinds.length] : undefined),
      1e6,
    );
    const writer = async (): Promise<void> => {
      const { editNotebook } = createIO({ stores: [through({ retries: 20 })] });
      for (let i = 0; i < times; i++) {
        await editNotebook(location, (to) => to.set("x", Number(to.notebook.value("x")) + 1), {
          retries: 1000,
        });
      }
    };
    await Promise.all([writer(), writer()]);
    const { readNotebook } = createIO({ stores: [direct()] });
    expect((await readNotebook(location)).value("x")).toBe(2 * times);
  }, 300_000);
}
