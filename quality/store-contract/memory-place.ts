import { memoryStore } from "@scrapbook/core/io";
import { testStore } from "./test-store.ts";

/** The contract, on the store in memory. */
export function testMemoryStore(): void {
  testStore({
    name: "the memory store",
    make: async () => {
      const store = memoryStore();
      const at = (path: string): string => `memory://place/${path}`;
      const put = async (path: string, bytes: Uint8Array): Promise<void> => {
        await store.write(at(path), [bytes]);
      };
      return { store, folder: "memory://place", at, put };
    },
    can: { expect: true, create: true, ranges: true, list: true, write: true },
  });
}
