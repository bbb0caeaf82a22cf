import { testStore } from "../../../../quality/store-contract/test-store.ts";
import { indexedDbStore } from "./indexed-db-store.ts";

testStore({
  name: "the store in IndexedDB",
  make: async () => {
    const store = indexedDbStore({ database: "scrapbook-test" });
    // Another connection, as another tab has.
    const other = indexedDbStore({ database: "scrapbook-test" });
    const folder = `idb://place-${crypto.randomUUID()}`;
    const at = (path: string) => `${folder}/${path}`;
    const put = async (path: string, bytes: Uint8Array): Promise<void> => {
      await other.write(at(path), [bytes]);
    };
    return { store, folder, at, put };
  },
  can: { expect: true, create: true, ranges: false, list: true, write: true },
  many: 600,
});
