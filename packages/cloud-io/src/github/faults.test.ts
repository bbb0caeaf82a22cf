import { startGithub } from "../../../../scripts/servers/github.mjs";
import { behindFaults, type FaultyServer } from "../testing/behind-faults.ts";
import { testFaultyReads } from "../testing/test-faulty-reads.ts";
import { github } from "./index.ts";

let files: Map<string, Buffer>;

const server: FaultyServer = {
  name: "github",
  start: async () => {
    const started = await startGithub();
    ({ files } = started);
    return started;
  },
  storeAt: (url, options) => github({ apiUrl: url, rawUrl: url, token: "", ...options }),
  at: (path) => `https://github.com/ada/notes/blob/main/${path}`,
  put: async (_url, location, bytes) => {
    files.set(
      location.replace("https://github.com/", "").replace("/blob/", "/"),
      Buffer.from(bytes),
    );
  },
  isGet: ({ method, url }) => method === "GET" && url.includes("/faults/"),
};

testFaultyReads(server, behindFaults(server));
