import { inspect } from "node:util";
import { createIO, type Store } from "@scrapbook/core/io";
import { afterAll, beforeAll, expect, test } from "vitest";
import { notebookText } from "../../../quality/store-contract/place.ts";
import { azure } from "./azure/index.ts";
import { github } from "./github/index.ts";
import { gs } from "./gs/index.ts";
import { hdfs } from "./hdfs/index.ts";
import { http } from "./http/index.ts";
import { s3 } from "./s3/index.ts";
import { type Echo, startEcho } from "./testing/echo-server.ts";

let echo: Echo;
const warnings: unknown[] = [];
const warned = (warning: unknown): void => void warnings.push(warning);
beforeAll(async () => {
  echo = await startEcho();
  process.on("warning", warned);
});
afterAll(async () => {
  process.off("warning", warned);
  await echo?.stop();
});

/** Every secret has this in it, also where it was encoded. */
const secrets = /planted|cGxhbnRlZ|706c616e746564/i;
const query = "X-Amz-Signature=planted&sig=planted&access_token=planted#planted";
const account = "abs://account.blob.core.windows.net/notebooks";

/** Stores with secrets in their options, and addresses with secrets in every place. */
const schemes: Readonly<
  Record<string, { readonly store: (url: string) => Store; readonly at: (url: string) => string[] }>
> = {
  s3: {
    store: (endpoint) => {
      const credentials = {
        ...{ accessKeyId: "PLANTEDKEY", secretAccessKey: "planted", sessionToken: "planted" },
      };
      return s3({ endpoint, region: "us-east-1", credentials, retries: 0 });
    },
    at: () => [
      ...["s3://notebooks/a.ipynb", `s3://notebooks/a.ipynb?${query}`],
      ...["s3://ada:planted@notebooks/a.ipynb", "s3://notebooks/out/"],
    ],
  },
  gs: {
    store: (endpoint) => gs({ endpoint, token: async () => "planted-token", retries: 0 }),
    at: () => [
      ...["gs://notebooks/a.ipynb", `gs://notebooks/a.ipynb?X-Goog-Signature=planted`],
      ...["gs://ada:planted@notebooks/a.ipynb", "gs://notebooks/out/"],
    ],
  },
  azure: {
    store: (url) => {
      const accountKey = Buffer.from("planted-key").toString("base64");
      return azure({ endpoint: `${url}/account`, accountKey, retries: 0 });
    },
    at: () => [
      ...[`${account}/a.ipynb`, `${account}/a.ipynb?sv=2022-11-02&sig=planted`],
      ...[`${account}/out/?sv=2022-11-02&sig=planted`, "abs://ada:planted@x.example/a.ipynb"],
      "abfss://planted:planted@account.dfs.core.windows.net/a.ipynb",
    ],
  },
  hdfs: {
    store: (endpoint) =>
      hdfs({
        ...{ endpoint, retries: 0, authorization: "Bearer planted" },
        delegationToken: async () => "planted-token",
      }),
    at: () => ["hdfs://nn/a.ipynb", "hdfs://ada:planted@nn/a.ipynb", "hdfs://nn/out/"],
  },
  http: {
    store: (url) => http({ authorization: { [url]: "Bearer planted" }, retries: 0 }),
    at: (url) => [
      ...[`${url}/a.ipynb`, `${url}/a.ipynb?${query}`],
      ...[
        `${url.replace("//", "//ada:planted@")}/a.ipynb`,
        `${url}/planted?x`.replace("planted", "b"),
      ],
    ],
  },
  github: {
    store: (url) => github({ apiUrl: url, rawUrl: url, token: "planted-token", retries: 0 }),
    at: () => [
      ...["https://github.com/ada/notes/blob/main/a.ipynb"].flatMap((at) => [at, `${at}?${query}`]),
      "https://raw.githubusercontent.com/ada/notes/main/a.ipynb?token=planted",
    ],
  },
};

/** All that the verbs give, throw and keep. */
async function saidBy(store: Store, locations: readonly string[]): Promise<unknown[]> {
  const said: unknown[] = [];
  const tell = async (acting: Promise<unknown>): Promise<void> => {
    said.push(await acting.catch((error: unknown) => error));
  };
  const { readNotebook, readNotebooks, streamNotebooks, editNotebook, writeNotebook } = createIO({
    stores: [store],
  });
  for (const location of locations) {
    said.push(store.nameOf(location));
    await tell(readNotebook(location));
    await tell(editNotebook(location, (to) => to.set("x", 2)));
    await tell(writeNotebook(location, notebookText(3)));
    await tell(writeNotebook(location, notebookText(3), { expect: "none" }));
    const entries: unknown[] = [];
    const streaming = (async () => {
      const stream = streamNotebooks([location], { onError: "collect" });
      for await (const entry of stream) entries.push(entry);
    })();
    await tell(streaming);
    said.push(entries);
  }
  const cache = new Map();
  const book = await readNotebooks(
    locations.filter((location) => !location.endsWith("/")),
    { onError: "collect", cache },
  ).catch((error: unknown) => error);
  said.push(book, [...cache.keys()].length);
  if (book instanceof Error) return said;
  const { keys, errors, table, values } = book as Awaited<ReturnType<typeof readNotebooks>>;
  said.push([...keys.call(book)], [...errors], table.call(book, ["x"]).rows());
  for (const notebook of values.call(book)) said.push(notebook.source, notebook.version);
  return said;
}

test.each(Object.keys(schemes))(
  "no secret of %s is in anything that is kept or said",
  async (name) => {
    const { store, at } = schemes[name] as (typeof schemes)[string];
    for (const [status, body] of [
      ...[[401], [403], [404], [409], [412], [418], [503]],
      ...[
        [200, notebookText(1)],
        [200, "no notebook"],
        [200, "{}"],
      ],
    ] as const) {
      echo.answer(status as number, body as string | undefined);
      const said = await saidBy(store(echo.url), at(echo.url));
      const text = inspect([said, warnings], {
        ...{ depth: 20, showHidden: true, maxStringLength: Infinity, maxArrayLength: Infinity },
      });
      expect(text).toMatch(/\[(?:store|usage|json|notebook)-|source/);
      expect(secrets.exec(text)?.[0], `${status}: ${around(text)}`).toBeUndefined();
    }
    const unreachable = await saidBy(store("http://127.0.0.1:1"), at("http://127.0.0.1:1"));
    const text = inspect(unreachable, { depth: 20, showHidden: true, maxStringLength: Infinity });
    expect(text).toContain("store-unreachable");
    expect(secrets.exec(text)?.[0], around(text)).toBeUndefined();
  },
);

/** Where a secret stands, for who has to find it. */
function around(text: string): string {
  const at = text.search(secrets);
  return at < 0 ? "" : text.slice(Math.max(0, at - 300), at + 100);
}
