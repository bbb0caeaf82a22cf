import { readNotebook } from "@scrapbook/browser-io";
import { notebookWorker } from "@scrapbook/browser-io/worker";
import { pandas } from "@scrapbook/encoders-pandas";
import { options, workerOptions } from "./options.js";

async function find() {
  const notebook = await readNotebook("/AAA.ipynb", { encoders: [pandas(options)] });
  const inWorker = notebookWorker(workerOptions);
  const again = await inWorker.readNotebook("/AAA.ipynb");
  inWorker.close();
  if (again.value("symbol") !== notebook.value("symbol")) throw new Error("read otherwise");
  const prices = notebook.scraps.get("prices").as(pandas);
  const [symbol, distance] = [notebook.value("symbol"), notebook.value("distance")];
  const frame = prices.rows({ index: true }).slice(0, 1);
  return JSON.stringify({ symbol, distance, length: prices.length, frame });
}

find()
  .catch((error) => `${error}`)
  .then((text) => {
    document.querySelector("#found").textContent = text;
  });
