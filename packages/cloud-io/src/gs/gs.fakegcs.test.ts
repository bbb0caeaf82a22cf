import { afterAll, beforeAll } from "vitest";
import { testStore } from "../../../../quality/store-contract/test-store.ts";
import { startGs } from "../testing/gs-server.ts";
import { gs } from "./index.ts";

let server: Awaited<ReturnType<typeof startGs>>;
beforeAll(async () => {
  server = await startGs();
});
afterAll(() => server?.stop());

let places = 0;

testStore({
  name: "gs, by fake-gcs-server",
  make: async () => {
    const store = gs({ endpoint: server.url });
    const other = gs({ endpoint: server.url });
    const folder = `gs://notebooks/place ${places++}`;
    const at = (path: string): string => `${folder}/${path}`;
    const put = async (path: string, bytes: Uint8Array): Promise<void> => {
      await other.write(at(path), [bytes]);
    };
    return { store, folder, at, put };
  },
  can: { expect: true, create: true, ranges: true, list: true, write: true },
});
