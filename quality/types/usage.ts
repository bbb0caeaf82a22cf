// The API as its users write it. Compiled against the installed packages by usage.test.ts, never run.
import {
  createNotebook,
  defineEncoder,
  edit,
  floatText,
  isScrapbookError,
  type Notebook,
  parseJson,
  parseNotebook,
  type Scrap,
  type Scrapbook,
  type StandardIssue,
  stringifyJson,
  type Table,
} from "@scrapbook/core";
import { readNotebook, readNotebooks, streamNotebooks } from "@scrapbook/node-io";
import { z } from "zod";

const notebook: Notebook = await readNotebook("AAA.ipynb");
const scrap: Scrap | undefined = notebook.scraps.get("distance");
const data: unknown = scrap?.data;
const value: unknown = notebook.value("distance");
const { symbol, distance } = notebook.scraps.parse(
  z.object({ symbol: z.string(), distance: z.number() }),
);
const typed: number = notebook.value<number>("distance");
const checked: string = notebook.value("distance", z.number().transform(String));
const fallback: number = notebook.value("distance", { default: 0 });
const safe = notebook.scraps.safeParse(z.object({ symbol: z.string() }));
const issues: readonly StandardIssue[] = safe.ok ? [] : safe.error.issues;
const later: { symbol: string } = await notebook.scraps.parseAsync(
  z.object({ symbol: z.string() }),
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
console.table(table);
for (const row of table) console.log(row.key);
const near: Scrapbook = book.filter(({ run }) => run.status === "completed");
const distances: number[] = near.map((one) => one.value<number>("distance"));

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

const fetched: Notebook = parseNotebook(await new Blob([]).arrayBuffer());
const fresh: Uint8Array = edit(createNotebook({ metadata: { title: "new" } }))
  .set("chart", 1, { display: { data: { "image/png": new Uint8Array() } }, nonFinite: "null" })
  .copy({ from: notebook, name: "dj", as: "other" })
  .toBytes();

// What is no notebook does not compile.
// @ts-expect-error A promise is awaited first.
parseNotebook(Promise.resolve(new Uint8Array()));
// @ts-expect-error A blob gives its bytes.
parseNotebook(new Blob([]));
// @ts-expect-error A notebook was read already.
parseNotebook(notebook);
// @ts-expect-error Names cannot be swapped.
edit("{}").copy(notebook, "dj");
// @ts-expect-error Options have names that exist.
edit("{}").set("dj", 1, { dispaly: "keep" });
// @ts-expect-error Views cannot be changed.
notebook.scraps.set("dj", 1);

export {
  checked,
  data,
  day,
  distance,
  distances,
  fallback,
  fetched,
  fresh,
  issues,
  json,
  later,
  parsed,
  picture,
  status,
  symbol,
  text,
  typed,
  url,
  value,
};
