import { testStore } from "../../../../quality/store-contract/test-store.ts";
import { opfsFolder, putFile } from "../testing/opfs-folder.ts";
import { type DirectoryLocation, directoryStore } from "./directory-store.ts";
import { fileHandleStore } from "./file-handle-store.ts";
import { fileIn } from "./file-in-directory.ts";
import { opfsStore } from "./opfs-store.ts";

/** Names that this file system does not take. */
const impossibleNames = ["a\\b.ipynb"];
const can = { expect: true, create: true, ranges: true, list: true, write: true };

testStore<DirectoryLocation>({
  name: "the store of folders",
  make: async () => {
    const folder = await opfsFolder();
    return {
      store: directoryStore({ settledMs: 0 }),
      folder,
      at: (path) => fileIn(folder, path),
      put: async (path, bytes) => void (await putFile(folder, path, bytes)),
    };
  },
  can,
  impossibleNames,
  many: 300,
});

testStore({
  name: "the store of the origin's own file system",
  make: async () => {
    const folder = await opfsFolder();
    const start = `opfs://${folder.name}`;
    return {
      store: opfsStore({ settledMs: 0 }),
      folder: start,
      at: (path) => `${start}/${path}`,
      put: async (path, bytes) => void (await putFile(folder, path, bytes)),
    };
  },
  can,
  impossibleNames,
  many: 300,
});

testStore<FileSystemFileHandle>({
  name: "the store of file handles",
  make: async () => {
    const folder = await opfsFolder();
    const handles = new Map<string, FileSystemFileHandle>();
    const put = async (path: string, bytes: Uint8Array): Promise<void> => {
      handles.set(path, await putFile(folder, path, bytes));
    };
    // A handle is of a file that was there: new ones are those of empty files.
    for (const name of ["a.ipynb", "b.ipynb", "none.ipynb"]) await put(name, new Uint8Array());
    await folder.removeEntry("none.ipynb");
    const at = (path: string) => handles.get(path) as FileSystemFileHandle;
    return { store: fileHandleStore({ settledMs: 0 }), folder: at("a.ipynb"), at, put };
  },
  can: { ...can, create: false, list: false },
  impossibleNames,
});
