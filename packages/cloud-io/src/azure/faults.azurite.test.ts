import { azureAt, azureLocation, startAzure } from "../testing/azure-server.ts";
import { behindFaults, type FaultyServer } from "../testing/behind-faults.ts";
import { testFaultyReads, testResumedReads } from "../testing/test-faulty-reads.ts";
import { testCounting, testLostCreations, testLostWrites } from "../testing/test-lost-writes.ts";

const server: FaultyServer = {
  name: "azure",
  start: startAzure,
  storeAt: azureAt,
  at: azureLocation,
  isGet: ({ method, url }) => method === "GET" && url.includes("/faults/"),
  isPut: ({ method, url }) => method === "PUT" && url.includes("/faults/"),
  isHead: ({ method }) => method === "HEAD",
};
const behind = behindFaults(server);

testFaultyReads(server, behind);
testResumedReads(server, behind);
testLostCreations(server, behind);
testLostWrites(server, behind);
testCounting(server, behind, 20);
