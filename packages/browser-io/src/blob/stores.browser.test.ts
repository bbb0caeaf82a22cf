import { describe, expect, test } from "vitest";
import { notebookText } from "../../../../quality/store-contract/place.ts";
import { testStore } from "../../../../quality/store-contract/test-store.ts";
import { readNotebook, readNotebooks, writeNotebook } from "../index.ts";
import { opfsFolder, putFile } from "../testing/opfs-folder.ts";
import { blobStore } from "./blob-store.ts";

testStore<Blob>({
  name: "the store of blobs and files",
  make: async () => {
    const files = new Map<string, File>();
    const at = (path: string): Blob => files.get(path) ?? new Blob();
    const put = async (path: string, bytes: Uint8Array): Promise<void> => {
      files.set(path, new File([bytes as Uint8Array<ArrayBuffer>], path));
    };
    return { store: blobStore({ settledMs: 0 }), folder: new Blob(), at, put };
  },
  can: { expect: false, create: false, ranges: true, list: false, write: false },
  absent: false,
});

/** A file list as an input has it. */
function listOf(files: readonly File[]): FileList {
  const transfer = new DataTransfer();
  for (const file of files) transfer.items.add(file);
  return transfer.files;
}

describe("a FileList", () => {
  test("is a scrapbook of its notebooks, two of one name told apart", async () => {
    const files = [2, 1].map((value) => new File([notebookText(value)], "a.ipynb"));
    const list = listOf([...files, new File(["no"], "readme.md")]);
    const book = await readNotebooks(list);
    expect([...book].map(([key, notebook]) => [key, notebook.value("x")])).toEqual([
      ["a (2)", 1],
      ["a", 2],
    ]);
  });
});

describe("a blob", () => {
  test("without a name is called a Blob", async () => {
    const notebook = await readNotebook(new Blob([notebookText(1)]));
    expect([notebook.source, notebook.value("x")]).toEqual(["a Blob", 1]);
  });

  test("cannot be written, and says so", async () => {
    const writing = writeNotebook(new File([], "a.ipynb"), notebookText(1));
    await expect(writing).rejects.toMatchObject({ code: "store-unsupported", source: "a.ipynb" });
  });
});

describe("a file that was picked", () => {
  test("and deleted since is not found, with what to do", async () => {
    const folder = await opfsFolder();
    const handle = await putFile(folder, "a.ipynb", new TextEncoder().encode(notebookText(1)));
    const file = await handle.getFile();
    await folder.removeEntry("a.ipynb");
    const reading = readNotebook(file);
    await expect(reading).rejects.toMatchObject({ code: "store-not-found", source: "a.ipynb" });
    await expect(reading).rejects.toThrow(/deleted after it was picked.*Pick it again/);
  });

  test("and changed since is a conflict", async () => {
    const folder = await opfsFolder();
    const handle = await putFile(folder, "a.ipynb", new TextEncoder().encode(notebookText(1)));
    const file = await handle.getFile();
    await putFile(folder, "a.ipynb", new TextEncoder().encode(`${notebookText(22)} `));
    await expect(readNotebook(file)).rejects.toMatchObject({ code: "store-conflict" });
  });
});
