import { writeFile } from "node:fs/promises";
import { readNotebooks } from "@scrapbook/node-io";
import { renderReport } from "@scrapbook/report";

const folder = process.argv[2] ?? new URL("notebooks/", import.meta.url);
const book = await readNotebooks(folder, { onError: "collect" });

for (const [key, { scraps, run }] of book) {
  const distance = scraps.get("distance")?.data;
  const failure = `${run.status}: ${run.failedCell?.evalue}`;
  console.log(
    `${key}  ${typeof distance === "number" ? `${(distance * 100).toFixed(1)}%` : failure}`,
  );
}
for (const error of book.errors.values()) console.log(error.message);

const near = [...book].filter(([, { scraps }]) => scraps.get("close_to_ath")?.data === true);
console.log(`Within 10% of their high: ${near.map(([key]) => key).join(", ")}`);

const charts = (key: string) => near.some(([other]) => other === key);
await writeFile("tickers.html", await renderReport(book, { title: "Tickers", charts }));
console.log("Their charts are in tickers.html");
