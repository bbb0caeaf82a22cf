import { s3 } from "@scrapbook/cloud-io/s3";
import { createIO } from "@scrapbook/core/io";
import { apart } from "./apart.mjs";
import { fill, mb, ms, notebook, optionsAt } from "./place.mjs";

/** 1,000 objects of 2 MB, one after the other in a stream, in a process of their own. @param {string} url */
export async function large(url) {
  await fill(url, "large", 1000, notebook(2_000_000));
  await apart("./large.mjs", "streamLarge", url);
}

/** @param {string} url */
export async function streamLarge(url) {
  const { streamNotebooks } = createIO({ stores: [s3(optionsAt(url))] });
  const start = performance.now();
  let count = 0;
  for await (const _ of streamNotebooks("s3://notebooks/large/", { concurrency: 4 })) count++;
  const { maxRSS } = process.resourceUsage();
  console.log(
    `${count} x 2 MB by streamNotebooks at 4: ${ms(performance.now() - start)}, at most ${mb(maxRSS * 1024)} resident`,
  );
}
