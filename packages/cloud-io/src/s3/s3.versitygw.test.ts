import { afterAll, beforeAll } from "vitest";
import { testStore } from "../../../../quality/store-contract/test-store.ts";
import { s3At, startS3 } from "../testing/s3-server.ts";

let server: Awaited<ReturnType<typeof startS3>>;
beforeAll(async () => {
  server = await startS3();
});
afterAll(() => server?.stop());

let places = 0;

testStore({
  name: "s3, by versitygw",
  make: async () => {
    const store = s3At(server.url);
    const other = s3At(server.url);
    const folder = `s3://notebooks/place ${places++}`;
    const at = (path: string): string => `${folder}/${path}`;
    const put = async (path: string, bytes: Uint8Array): Promise<void> => {
      await other.write(at(path), [bytes]);
    };
    return { store, folder, at, put };
  },
  can: { expect: true, create: true, ranges: true, list: true, write: true },
});
