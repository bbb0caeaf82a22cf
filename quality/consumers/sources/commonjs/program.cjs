const { pandas } = require("@scrapbook/encoders-pandas");
const { readNotebook } = require("@scrapbook/node-io");

async function main() {
  const notebook = await readNotebook("AAA.ipynb", { encoders: [pandas()] });
  const prices = notebook.scraps.get("prices").as(pandas);
  const [symbol, distance] = [notebook.value("symbol"), notebook.value("distance")];
  const frame = prices.rows({ index: true }).slice(0, 1);
  console.log(JSON.stringify({ symbol, distance, length: prices.length, frame }));
}

main();
