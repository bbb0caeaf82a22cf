import { isScrapbookError, type Notebook, parseNotebook, ScrapbookError } from "@scrapbook/core";
import { type DataFrame, pandas } from "@scrapbook/encoders-pandas";
import { readNotebook } from "@scrapbook/node-io";

const notebook: Notebook = await readNotebook("AAA.ipynb", { encoders: [pandas()] });
const prices: DataFrame | undefined = notebook.scraps.get("prices")?.as(pandas);
const picture: Uint8Array | undefined = notebook.scraps.get("chart")?.bytes("image/png");
for (const [name, scrap] of notebook.scraps) console.log(name, scrap.data);

try {
  parseNotebook(new Uint8Array());
} catch (error) {
  if (error instanceof ScrapbookError && isScrapbookError(error)) console.log(error.code);
}

export { picture, prices };
