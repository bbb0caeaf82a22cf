import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { editNotebooks, readNotebooks } from "./index.ts";
import { notebookWith, tempFolder } from "./testing/temp-folder.ts";

test("a folder is edited in one call, with what became of each file", async () => {
  const folder = await tempFolder({
    "a.ipynb": notebookWith(1),
    "b.ipynb": "{",
    "c.ipynb": notebookWith(3),
    "d.ipynb": notebookWith(0),
    "e.txt": "",
  });
  const outcomes = await editNotebooks(
    folder,
    (session, path) => {
      const value = Number(session.notebook.value("x"));
      if (path.endsWith("d.ipynb")) session.set("x", 0);
      else session.set("x", -value);
    },
    { onError: "collect" },
  );
  expect(
    outcomes.map(({ path, isChanged, error }) => [path.slice(-7), isChanged, error?.code]),
  ).toEqual([
    ["a.ipynb", true, undefined],
    ["b.ipynb", false, "json-truncated"],
    ["c.ipynb", true, undefined],
    ["d.ipynb", false, undefined],
  ]);
  const book = await readNotebooks(folder, { onError: "collect" });
  expect([...book].map(([key, notebook]) => [key, notebook.value("x")])).toEqual([
    ["a", -1],
    ["c", -3],
    ["d", 0],
  ]);
});

test("an error that is the caller's own ends it", async () => {
  const files = Array.from({ length: 9 }, (_, i) => [`${i}.ipynb`, notebookWith(i)] as const);
  const folder = await tempFolder(Object.fromEntries(files));
  let calls = 0;
  const editing = editNotebooks(
    folder,
    (session) => {
      calls++;
      session.set("x", 100);
      throw new RangeError("own");
    },
    { concurrency: 2 },
  );
  await expect(editing).rejects.toThrow(RangeError);
  expect(calls).toBeLessThan(4);
  expect(await readFile(join(folder, "0.ipynb"), "utf8")).toBe(notebookWith(0));
});

test("the first notebook that cannot be changed ends it, unless told to collect", async () => {
  const folder = await tempFolder({
    "a.ipynb": notebookWith(1),
    "b.ipynb": "{",
    "c.ipynb": notebookWith(3),
  });
  const editing = editNotebooks(folder, (session) => session.set("x", 0), { concurrency: 1 });
  await expect(editing).rejects.toThrow(join(folder, "b.ipynb"));
  const book = await readNotebooks(folder, { onError: "collect" });
  expect([...book.values()].map((notebook) => notebook.value("x"))).toEqual([0, 3]);
});
