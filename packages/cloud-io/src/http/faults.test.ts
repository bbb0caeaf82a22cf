import { startWeb } from "../../../../scripts/servers/web.mjs";
import { behindFaults, type FaultyServer } from "../testing/behind-faults.ts";
import { testFaultyReads, testResumedReads } from "../testing/test-faulty-reads.ts";
import { http } from "./index.ts";

let files: Map<string, Buffer>;
/** Locations name the server they are at: here they are moved to whichever is asked. */
const anywhere = "http://127.0.0.1/";

const server: FaultyServer = {
  name: "http",
  start: async () => {
    const started = await startWeb();
    ({ files } = started);
    return started;
  },
  storeAt: (url, options) => {
    const store = http(options);
    return {
      ...store,
      open: (location, more) => store.open(location.replace(anywhere, `${url}/`), more),
    };
  },
  at: (path) => anywhere + path,
  put: async (_url, location, bytes) => {
    files.set(new URL(location).pathname, Buffer.from(bytes));
  },
  isGet: ({ method, url }) => method === "GET" && url.includes("/faults/"),
};
const behind = behindFaults(server);

testFaultyReads(server, behind);
testResumedReads(server, behind);
