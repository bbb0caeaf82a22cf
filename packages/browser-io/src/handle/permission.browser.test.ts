import { expect, test } from "vitest";
import { notebookText } from "../../../../quality/store-contract/place.ts";
import { editNotebook, fileIn, readNotebook, writeNotebook } from "../index.ts";
import { opfsFolder, putFile } from "../testing/opfs-folder.ts";

/**
 * A handle whose permission a person can withdraw, as the browser's settings let them: no program can
 * give or take it in Chromium, so the answers of a handle of the origin's own storage stand for it.
 */
async function withdrawable() {
  const folder = await opfsFolder();
  const handle = await putFile(folder, "a.ipynb", new TextEncoder().encode(notebookText(1)));
  const may = { read: true, write: true };
  const refused = (): Promise<never> => Promise.reject(new DOMException("", "NotAllowedError"));
  const { createWritable, getFile } = FileSystemFileHandle.prototype;
  Object.assign(handle, {
    queryPermission: async () => (may.write ? "granted" : "prompt"),
    createWritable: () => (may.write ? createWritable.call(handle) : refused()),
    getFile: () => (may.read ? getFile.call(handle) : refused()),
  });
  const text = async (): Promise<string> => (await getFile.call(handle)).text();
  return { folder, handle, may, text };
}

const codeOf = (acting: Promise<unknown>): Promise<unknown> =>
  acting.then(
    () => "done",
    ({ code }: { code: unknown }) => code,
  );

test("permission to write that is withdrawn is told, and given again it works", async () => {
  const { handle, may, text } = await withdrawable();
  await editNotebook(handle, (session) => session.set("x", 2));
  const { version } = await readNotebook(handle);
  const before = await text();
  may.write = false;
  const edit = () => editNotebook(handle, (session) => session.set("x", 3), { expect: version });
  expect(await codeOf(edit())).toBe("store-permission");
  expect(await codeOf(writeNotebook(handle, notebookText(4)))).toBe("store-permission");
  expect(await text()).toBe(before);
  expect((await readNotebook(handle)).value("x")).toBe(2);
  may.write = true;
  expect(await codeOf(edit())).toBe("done");
});

test("permission that is withdrawn while a change is made leaves the file as it is", async () => {
  const { handle, may, text } = await withdrawable();
  const before = await text();
  const editing = editNotebook(handle, (session) => {
    session.set("x", 2);
    may.write = false;
  });
  expect(await codeOf(editing)).toBe("store-permission");
  expect(await text()).toBe(before);
});

test("permission to read that is withdrawn is told, and other files are read", async () => {
  const { folder, handle, may } = await withdrawable();
  await putFile(folder, "b.ipynb", new TextEncoder().encode(notebookText(5)));
  may.read = false;
  expect(await codeOf(readNotebook(handle))).toBe("store-permission");
  expect((await readNotebook(fileIn(folder, "b.ipynb"))).value("x")).toBe(5);
});
