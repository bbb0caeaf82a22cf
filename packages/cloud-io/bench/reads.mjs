import { execFileSync } from "node:child_process";
import { GetObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { s3 } from "@scrapbook/cloud-io/s3";
import { createIO } from "@scrapbook/core/io";
import { atOnce, environmentAt, fill, median, ms, notebook, optionsAt } from "./place.mjs";

const rounds = 5;

/** 1,000 objects of 100 KB: by the bare SDK, the store and the verb, in turns; then by Python. @param {string} url */
export async function reads(url) {
  const keys = await fill(url, "read", 1000, notebook(100_000));
  const store = s3(optionsAt(url));
  const bare = new S3Client({
    ...optionsAt(url),
    forcePathStyle: true,
    requestHandler: { httpAgent: { maxSockets: 32 } },
  });
  const { readNotebooks } = createIO({ stores: [store] });
  const ways = {
    bare: () =>
      atOnce(32, keys, async (Key) => {
        const { Body } = await bare.send(new GetObjectCommand({ Bucket: "notebooks", Key }));
        return (await Body?.transformToByteArray())?.length;
      }),
    store: () =>
      atOnce(32, keys, async (key) => {
        const opened = await store.open(`s3://notebooks/${key}`);
        return (await opened?.read())?.length;
      }),
    readNotebooks: () => readNotebooks("s3://notebooks/read/", { concurrency: 32 }),
  };
  /** @type {Record<keyof typeof ways, number[]>} */
  const times = { bare: [], store: [], readNotebooks: [] };
  for (let round = 0; round <= rounds; round++) {
    for (const name of /** @type {(keyof typeof ways)[]} */ (Object.keys(ways))) {
      const start = performance.now();
      await ways[name]();
      // The first round warms up.
      if (round > 0) times[name].push(performance.now() - start);
    }
  }
  const [sdk, ours, verb] = [times.bare, times.store, times.readNotebooks].map(median);
  console.log(
    `1,000 x 100 KB at 32: bare SDK ${ms(sdk ?? 0)}, store ${ms(ours ?? 0)}, readNotebooks ${ms(verb ?? 0)}`,
  );
  console.log(`throughput of the store / bare SDK: ${((sdk ?? 0) / (ours ?? 1)).toFixed(2)}`);
  const python = process.env.SCRAPBOOK_PYTHON;
  if (python === undefined) return;
  const script = new URL("read_by_python.py", import.meta.url).pathname;
  const said = execFileSync(python, [script], { env: environmentAt(url), encoding: "utf8" });
  process.stdout.write(said);
}
