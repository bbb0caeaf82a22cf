import { expect, test } from "vitest";
import { someBytes } from "../../../../quality/store-contract/place.ts";
import { behindFaults, type FaultyServer } from "../testing/behind-faults.ts";
import { codeOf, readAll } from "../testing/read-all.ts";
import { s3At, startS3 } from "../testing/s3-server.ts";
import { testFaultyReads, testResumedReads } from "../testing/test-faulty-reads.ts";
import { testCounting, testLostCreations, testLostWrites } from "../testing/test-lost-writes.ts";

const server: FaultyServer = {
  name: "s3",
  start: startS3,
  storeAt: s3At,
  at: (path) => `s3://notebooks/${path}`,
  isGet: ({ method, url }) => method === "GET" && url.includes("/faults/"),
  isPut: ({ method, url }) => method === "PUT" && url.includes("/faults/"),
  isHead: ({ method }) => method === "HEAD",
};
const behind = behindFaults(server);

testFaultyReads(server, behind);
testResumedReads(server, behind);
testLostCreations(server, behind);
testLostWrites(server, behind);
testCounting(server, behind, 100);

test("a body that was cut is asked for again by its range and version", async () => {
  const { proxy, fresh, direct, through } = behind();
  const location = fresh();
  const { version } = await direct().write(location, [someBytes(300_000)]);
  proxy.next((request) => (server.isGet(request) ? { is: "cut", bytes: 100_000 } : undefined));
  await readAll(through(), location);
  const [, again] = proxy.seen.filter(server.isGet);
  expect(again?.headers["if-match"]).toBe(version);
});

test("a server that is not there is unreachable", async () => {
  const store = s3At("http://127.0.0.1:1", { retries: 0 });
  expect(await codeOf(readAll(store, server.at("a")))).toBe("store-unreachable");
});

test("as many connections are open as there are reads", async () => {
  const { proxy, fresh, direct, through } = behind();
  const location = fresh();
  await direct().write(location, [someBytes(300_000)]);
  const store = through();
  proxy.next({ is: "stall", bytes: 10 }, 80);
  const opened = await Promise.all(Array.from({ length: 80 }, () => store.open(location)));
  expect(proxy.openMost()).toBeGreaterThanOrEqual(80);
  for (const one of opened) await one?.close();
});
