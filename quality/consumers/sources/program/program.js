import { pandas } from "@scrapbook/encoders-pandas";
import { readNotebook } from "@scrapbook/node-io";

const notebook = await readNotebook("AAA.ipynb", { encoders: [pandas()] });
const prices = notebook.scraps.get("prices").as(pandas);
const [symbol, distance] = [notebook.value("symbol"), notebook.value("distance")];
const found = {
  symbol,
  distance,
  length: prices.length,
  frame: prices.rows({ index: true }).slice(0, 1),
};
console.log(JSON.stringify(found));
