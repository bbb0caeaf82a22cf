import { isScrapbookError } from "@scrapbook/core";
import { pandas } from "@scrapbook/encoders-pandas";
import { readNotebook } from "@scrapbook/node-io";

test("a notebook is read, with its frame", async () => {
  const notebook = await readNotebook("AAA.ipynb", { encoders: [pandas()] });
  expect(notebook.value("symbol")).toBe("AAA");
  expect(notebook.scraps.get("prices").as(pandas)).toHaveLength(756);
});

test("a missing file is an error of scrapbook", async () => {
  const error = await readNotebook("ZZZ.ipynb").catch((it) => it);
  expect(isScrapbookError(error)).toBe(true);
});
