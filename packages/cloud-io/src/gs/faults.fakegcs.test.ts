import { behindFaults, type FaultyServer } from "../testing/behind-faults.ts";
import { startGs } from "../testing/gs-server.ts";
import { testFaultyReads, testResumedReads } from "../testing/test-faulty-reads.ts";
import { testCounting, testLostCreations, testLostWrites } from "../testing/test-lost-writes.ts";
import { gs } from "./index.ts";

const server: FaultyServer = {
  name: "gs",
  start: startGs,
  storeAt: (endpoint, options) => gs({ endpoint, ...options }),
  at: (path) => `gs://notebooks/${path}`,
  isGet: ({ url }) => url.includes("alt=media"),
  isPut: ({ method, url }) => method === "POST" && url.startsWith("/upload/"),
  isHead: ({ method, url }) => method === "GET" && url.includes("/o/") && !url.includes("alt="),
};
const behind = behindFaults(server);

testFaultyReads(server, behind);
testResumedReads(server, behind);
testLostCreations(server, behind);
testLostWrites(server, behind);
testCounting(server, behind, 20);
