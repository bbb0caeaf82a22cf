import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { testStore } from "../../../quality/store-contract/test-store.ts";
import { fileStore } from "./file-store.ts";
import { tempFolder } from "./testing/temp-folder.ts";

testStore({
  name: "the file store",
  make: async () => {
    const folder = await tempFolder({});
    const at = (path: string): string => join(folder, path);
    const put = async (path: string, bytes: Uint8Array): Promise<void> => {
      await mkdir(dirname(at(path)), { recursive: true });
      await writeFile(at(path), bytes);
    };
    return { store: fileStore({ settledMs: 0 }), folder, at, put };
  },
  can: { expect: true, create: true, ranges: true, list: true, write: true },
});
