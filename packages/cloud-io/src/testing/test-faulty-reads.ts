import { describe, expect, test } from "vitest";
import { someBytes } from "../../../../quality/store-contract/place.ts";
import type { BehindFaults, FaultyServer } from "./behind-faults.ts";
import { codeOf, readAll } from "./read-all.ts";

/** What every store must do when it reads and the network does not. */
export function testFaultyReads({ name, isGet }: FaultyServer, behind: () => BehindFaults): void {
  const bytes = someBytes(300_000);

  describe(`${name}, reading through faults`, () => {
    test.each([
      ["503", { is: "status", status: 503 }],
      ["429 with Retry-After", { is: "status", status: 429, headers: { "retry-after": "0" } }],
      ["500", { is: "status", status: 500 }],
      ["a reset", { is: "reset" }],
      ["a body that is cut", { is: "cut", bytes: 100_000 }],
      ["a body that stalls", { is: "stall", bytes: 100_000 }],
    ] as const)("%s, twice, costs only time", async (_, fault) => {
      const { proxy, fresh, put, through } = behind();
      const location = fresh();
      await put(location, bytes);
      proxy.next((request) => (isGet(request) ? fault : undefined), 2);
      // Only what stalls waits for it; on a slow machine what is well may as well.
      const store = through(fault.is === "stall" ? { timeoutMs: 1000, retries: 20 } : {});
      expect(Buffer.compare(await readAll(store, location), bytes)).toBe(0);
      expect(proxy.seen.filter(isGet).length).toBeGreaterThanOrEqual(3);
    });

    test("Retry-After is seconds, and nobody comes back before", async () => {
      const { proxy, fresh, put, through } = behind();
      const location = fresh();
      await put(location, bytes);
      const asked = { is: "status", status: 429, headers: { "retry-after": "1" } } as const;
      proxy.next((request) => (isGet(request) ? asked : undefined));
      const start = performance.now();
      expect((await readAll(through(), location)).length).toBe(bytes.length);
      expect(performance.now() - start).toBeGreaterThanOrEqual(990);
    });

    test("an object that changes while its transfer is cut is never a mixture", async () => {
      const { proxy, fresh, put, through } = behind();
      const location = fresh();
      await put(location, bytes);
      proxy.next((request) => (isGet(request) ? { is: "cut", bytes: 100_000 } : undefined));
      const opened = await through().open(location);
      const changed = someBytes(299_999).reverse();
      await put(location, changed);
      const read = await opened?.read().catch((error: unknown) => codeOf(Promise.reject(error)));
      // Without versions everything is read again, and then it is the new object as a whole.
      if (typeof read !== "string") expect(Buffer.compare(read ?? bytes, changed)).toBe(0);
      else expect(read).toBe("store-conflict");
    });

    test.each([
      ["store-io", { is: "status", status: 503 }],
      ["store-unreachable", { is: "reset" }],
      ["store-timeout", { is: "stall", bytes: 0 }],
      ["store-permission", { is: "status", status: 403 }],
    ] as const)("what does not pass ends as %s", async (code, fault) => {
      const { proxy, fresh, put, through } = behind();
      const location = fresh();
      await put(location, bytes);
      proxy.next(fault, 20);
      const store = through({ retries: 1, ...(fault.is === "stall" ? { timeoutMs: 500 } : {}) });
      expect(await codeOf(readAll(store, location))).toBe(code);
    });

    test("whoever gives up is obeyed while the server is silent", async () => {
      const { proxy, fresh, put, through } = behind();
      const location = fresh();
      await put(location, bytes);
      proxy.next((request) => (isGet(request) ? { is: "stall", bytes: 1000 } : undefined), 9);
      const stop = new AbortController();
      const reason = new Error("enough");
      const store = through();
      const reading = readAll(store, location, { signal: stop.signal });
      setTimeout(() => stop.abort(reason), 200);
      await expect(reading).rejects.toBe(reason);
    });
  });
}

/** What stores must do whose objects have versions and ranges. */
export function testResumedReads({ name, isGet }: FaultyServer, behind: () => BehindFaults): void {
  test(`${name}: a body that was cut goes on where it ended`, async () => {
    const bytes = someBytes(300_000);
    const { proxy, fresh, put, through } = behind();
    const location = fresh();
    await put(location, bytes);
    proxy.next((request) => (isGet(request) ? { is: "cut", bytes: 100_000 } : undefined));
    expect(Buffer.compare(await readAll(through(), location), bytes)).toBe(0);
    const [, again] = proxy.seen.filter(isGet);
    const asked = `${again?.headers.range ?? again?.headers["x-ms-range"] ?? again?.url}`;
    // Of what was cut some came, and it was not asked for again.
    expect(asked).toMatch(/bytes=[1-9]\d*-|[?&]offset=[1-9]\d*/);
  });
}
