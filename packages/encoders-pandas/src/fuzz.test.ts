import { isScrapbookError } from "@scrapbook/core";
import { expect, test } from "vitest";
import { toIPC } from "./arrow.ts";
import { pandas } from "./pandas.ts";
import { kinds, parquetOf } from "./testing/payload.ts";

/** How many damaged files are tried; torture raises it. */
const runs = Number(process.env.SCRAPBOOK_FUZZ_RUNS ?? 500);
const seed = Number(process.env.SCRAPBOOK_FUZZ_SEED ?? 1);
const encoder = pandas({ maxBytes: 64 * 2 ** 20 });
const files = kinds.map(parquetOf);

/** Numbers from 0 to below `limit`, the same ones for the same seed. */
function randomOf(start: number): (limit: number) => number {
  let state = start;
  return (limit) => {
    // mulberry32
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
}

/** The file with some bits, some bytes of its footer or of its first page, or a part of it changed. */
function damaged(file: Uint8Array, random: (limit: number) => number): Uint8Array {
  const bytes = file.slice();
  const footer = bytes.length - 8 - new DataView(bytes.buffer).getUint32(bytes.length - 8, true);
  const times = 1 + random(6);
  switch (random(5)) {
    case 0:
      for (let i = 0; i < times; i++) flip(bytes, random(bytes.length), random(8));
      return bytes;
    case 1:
      for (let i = 0; i < times; i++) bytes[footer + random(bytes.length - footer)] = random(256);
      return bytes;
    case 2:
      for (let i = 0; i < times; i++) bytes[4 + random(60)] = random(256);
      return bytes;
    case 3: {
      const at = random(bytes.length);
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + random(40))]);
    }
    default: {
      const at = random(bytes.length);
      const more = Uint8Array.from({ length: random(40) }, () => random(256));
      return Buffer.concat([bytes.subarray(0, at), more, bytes.subarray(at)]);
    }
  }
}

function flip(bytes: Uint8Array, at: number, bit: number): void {
  bytes[at] = (bytes[at] as number) ^ (1 << bit);
}

test(`${runs} damaged files of seed ${seed} are frames or errors of ours`, {
  timeout: 600_000,
}, () => {
  const random = randomOf(seed);
  for (let run = 0; run < runs; run++) {
    const file = damaged(files[random(files.length)] as Uint8Array, random);
    const data = Buffer.from(file).toString("base64");
    try {
      const frame = encoder.decode(data);
      frame.rows({ index: true });
      frame.toColumns();
      toIPC(frame);
    } catch (error) {
      if (isScrapbookError(error) && error.code.startsWith("encoder-")) continue;
      expect.unreachable(`run ${run}, ${data}: ${error instanceof Error ? error.stack : error}`);
    }
  }
  // Whatever happened before, the next good file is read.
  expect(
    encoder.decode(Buffer.from(files[0] as Uint8Array).toString("base64")).length,
  ).toBeDefined();
});
