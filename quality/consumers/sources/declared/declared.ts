import { readNotebook, readNotebooks } from "@scrapbook/node-io";

export const notebook = await readNotebook("AAA.ipynb");
export const book = await readNotebooks("*.ipynb");
export const first = notebook.scraps.get("symbol");
