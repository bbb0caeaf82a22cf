import { s3 } from "@scrapbook/cloud-io/s3";
import { apart } from "./apart.mjs";
import { fill, mb, ms, optionsAt } from "./place.mjs";

/** A listing of 25,000 keys, in a process of its own that has listed 100 before. @param {string} url */
export async function listing(url) {
  await fill(url, "few", 100, Buffer.from("{}"));
  await fill(url, "many", 25_000, Buffer.from("{}"));
  await apart("./listing.mjs", "list", url);
}

/** @param {string} url */
export async function list(url) {
  const store = s3(optionsAt(url));
  await walk(store, "s3://notebooks/few/");
  global.gc?.();
  const before = process.memoryUsage();
  const start = performance.now();
  const { count, held } = await walk(store, "s3://notebooks/many/");
  const grown = process.resourceUsage().maxRSS * 1024 - before.rss;
  console.log(
    `listing ${count} keys: ${ms(performance.now() - start)}, at most ${mb(held - before.heapUsed)} more on the heap ` +
      `once collected, ${mb(grown)} more resident at the peak`,
  );
}

/** @param {ReturnType<typeof s3>} store @param {string} folder */
async function walk(store, folder) {
  let count = 0;
  let held = 0;
  for await (const _ of store.list?.(folder, { recursive: true }) ?? []) {
    if (++count % 2500 !== 0) continue;
    global.gc?.();
    held = Math.max(held, process.memoryUsage().heapUsed);
  }
  return { count, held };
}
