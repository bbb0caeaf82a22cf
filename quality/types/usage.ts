// The API as its users write it. Compiled against the installed packages by usage.test.ts, never run.
import {
  defineEncoder,
  floatText,
  isScrapbookError,
  type Notebook,
  parseJson,
  parseNotebook,
  type Scrap,
  type Scrapbook,
  stringifyJson,
  type Table,
} from "@scrapbook/core";
import { readNotebook, readNotebooks, streamNotebooks } from "@scrapbook/node-io";
import { z } from "zod";

const notebook: Notebook = await readNotebook("AAA.ipynb");
const scrap: Scrap | undefined = notebook.scraps.get("distance");
const data: unknown = scrap?.data;
const value: unknown = notebook.value("distance");
const { symbol, distance } = await notebook.scraps.parse(
  z.object({ symbol: z.string(), distance: z.number() }),
);
const status: "completed" | "failed" | "partial" | "none" = notebook.run.status;
const picture: Uint8Array | undefined = scrap?.bytes("image/png");
const text: string | undefined = scrap?.text("text/plain");
const url: string | undefined = scrap?.toDataURL();
const result = scrap?.tryData();
if (result?.ok === false && isScrapbookError(result.error)) console.log(result.error.code);

const book: Scrapbook = await readNotebooks("tickers", { onError: "collect", recursive: true });
for (const [key, { problems }] of book) console.log(key, problems.length);
const table: Table = book.table(["symbol", "distance"]);
console.table(table.rows());

const signal: AbortSignal = AbortSignal.timeout(1_000);
for await (const [key, { parameters }] of streamNotebooks("out/**/*.ipynb", { signal })) {
  console.log(key, parameters);
}

const date = defineEncoder<Date, string>({
  name: "date",
  encodable: (it) => it instanceof Date,
  encode: (it) => it.toISOString(),
  decode: (it) => new Date(it),
});
const dated = await readNotebook("AAA.ipynb", { encoders: [date] });
const day: Date | undefined = dated.scraps.get("day")?.as(date);

const parsed: Notebook = parseNotebook(new Uint8Array(), { strict: false, integers: "bigint" });
const json: string = stringifyJson({ a: parseJson("1"), b: floatText(1) });

export { data, day, distance, json, parsed, picture, status, symbol, text, url, value };
