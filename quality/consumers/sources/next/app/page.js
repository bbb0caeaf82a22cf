import { readNotebook } from "@scrapbook/node-io";
import { Prices } from "./prices.js";

export const dynamic = "force-dynamic";

export default async function Page() {
  const notebook = await readNotebook("AAA.ipynb");
  const [symbol, distance] = [notebook.value("symbol"), notebook.value("distance")];
  return <Prices data={notebook.scraps.get("prices").rawData} values={{ symbol, distance }} />;
}
