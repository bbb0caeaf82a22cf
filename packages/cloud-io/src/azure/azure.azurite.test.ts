import { afterAll, beforeAll } from "vitest";
import { testStore } from "../../../../quality/store-contract/test-store.ts";
import { azureAt, azureLocation, startAzure } from "../testing/azure-server.ts";

let server: Awaited<ReturnType<typeof startAzure>>;
beforeAll(async () => {
  server = await startAzure();
});
afterAll(() => server?.stop());

let places = 0;

testStore({
  name: "azure, by azurite",
  make: async () => {
    const store = azureAt(server.url);
    const other = azureAt(server.url);
    const folder = azureLocation(`place ${places++}`);
    const at = (path: string): string => `${folder}/${path}`;
    const put = async (path: string, bytes: Uint8Array): Promise<void> => {
      await other.write(at(path), [bytes]);
    };
    return { store, folder, at, put };
  },
  can: { expect: true, create: true, ranges: true, list: true, write: true },
  impossibleNames: ["a\\b.ipynb"],
  // A page of Azure holds 5,000, and azurite takes 15 ms for each.
  many: 300,
});
