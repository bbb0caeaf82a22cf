import { readNotebook } from "@scrapbook/node-io";

const notebook = await readNotebook("AAA.ipynb");
console.log(notebook.value("symbol"));
