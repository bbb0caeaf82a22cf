import { afterAll, beforeAll } from "vitest";
import { testStore } from "../../../../quality/store-contract/test-store.ts";
import { startHdfs } from "../testing/hdfs-server.ts";
import { hdfs } from "./index.ts";

let server: Awaited<ReturnType<typeof startHdfs>>;
beforeAll(async () => {
  server = await startHdfs();
}, 300_000);
afterAll(() => server?.stop());

let places = 0;

testStore({
  name: "hdfs, by a NameNode and a DataNode",
  make: async () => {
    const store = hdfs({ endpoint: server.url });
    const other = hdfs({ endpoint: server.url });
    const folder = `hdfs://localhost/place ${places++}`;
    const at = (path: string): string => `${folder}/${path}`;
    const put = async (path: string, bytes: Uint8Array): Promise<void> => {
      await other.write(at(path), [bytes]);
    };
    return { store, folder, at, put };
  },
  can: { expect: false, create: true, ranges: true, list: true, write: true },
  versions: true,
  impossibleNames: ["a:b@c.ipynb"],
  // Files are dear here; pages are counted in folders.hdfs.test.ts.
  many: 50,
});
