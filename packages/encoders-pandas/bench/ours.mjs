// Reads and writes the frame of a Parquet file once for every line of stdin, and prints milliseconds.
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { pandas, parquetBytes } from "@scrapbook/encoders-pandas";
import { dataFrameFromIPC, toIPC } from "@scrapbook/encoders-pandas/arrow";
import { toParquet } from "@scrapbook/encoders-pandas/parquet";

const data = readFileSync(process.argv[2] ?? "", "base64");
const encoder = pandas();
await encoder.load();

for await (const _ of createInterface({ input: process.stdin })) {
  const start = performance.now();
  const frame = encoder.decode(data);
  const decoded = performance.now();
  parquetBytes(data);
  const base64 = performance.now() - decoded;
  // A frame that was read is written as it stood: this one must be written anew.
  const again = dataFrameFromIPC(toIPC(frame));
  const before = performance.now();
  const parquet = toParquet(again);
  const written = performance.now();
  const text = Buffer.from(parquet).toString("base64");
  const end = performance.now();
  const times = {
    decode: decoded - start,
    read: decoded - start - base64,
    write: written - before,
    encode: end - before,
    peak: process.resourceUsage().maxRSS / 1024,
    length: text.length,
  };
  process.stdout.write(`${JSON.stringify(times)}\n`);
}
