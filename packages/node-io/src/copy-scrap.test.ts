import { join } from "node:path";
import { expect, test } from "vitest";
import { copyScrap, readNotebook } from "./index.ts";
import { notebookWith, tempFolder } from "./testing/temp-folder.ts";

test("a scrap is copied from file to file, under another name, without its encoder", async () => {
  const folder = await tempFolder({
    "a.ipynb": notebookWith("AAEC", "frames"),
    "b.ipynb": notebookWith(2),
  });
  const [from, to] = [join(folder, "a.ipynb"), join(folder, "b.ipynb")];
  await copyScrap({ from, name: "x", to, as: "y" });
  const { scraps } = await readNotebook(to);
  expect([...scraps.keys()]).toEqual(["x", "y"]);
  expect(scraps.get("y")).toMatchObject({ encoder: "frames", rawText: '"AAEC"' });
});

test("a copy replaces a scrap only where that is asked for", async () => {
  const folder = await tempFolder({ "a.ipynb": notebookWith(1), "b.ipynb": notebookWith(2) });
  const [from, to] = [join(folder, "a.ipynb"), join(folder, "b.ipynb")];
  await expect(copyScrap({ from, name: "x", to })).rejects.toThrow("notebook-scrap-exists");
  await copyScrap({ from, name: "x", to, overwrite: true });
  expect((await readNotebook(to)).value("x")).toBe(1);
});

test("a scrap that is not there is missing in the file it was to come from", async () => {
  const folder = await tempFolder({ "a.ipynb": notebookWith(1), "b.ipynb": notebookWith(2) });
  const copying = copyScrap({
    from: join(folder, "a.ipynb"),
    name: "none",
    to: join(folder, "b.ipynb"),
  });
  await expect(copying).rejects.toMatchObject({
    code: "notebook-scrap-missing",
    source: join(folder, "a.ipynb"),
  });
});
