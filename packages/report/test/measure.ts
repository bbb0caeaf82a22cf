// npm run measure -w packages/report: the numbers of docs/report.md, for 1,000 notebooks with a picture of 60 KB each.
import { writeFileSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crc32, deflateSync } from "node:zlib";
import { Scrapbook } from "@scrapbook/core";
import { renderReport } from "../src/index.ts";
import { launchChromium } from "./chromium.ts";
import { notebookOf } from "./notebook.ts";

const notebooks = 1_000;
const side = { width: 128, height: 116 };

/** A picture of noise, another one for each seed: about 60 KB as base64. */
function picture(seed: number): string {
  let state = seed + 1;
  const row = side.width * 3 + 1;
  const pixels = Buffer.alloc(row * side.height);
  for (let i = 0; i < pixels.length; i++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    pixels[i] = i % row === 0 ? 0 : state >>> 24;
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side.width, 0);
  head.writeUInt32BE(side.height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const parts = [
    chunk("IHDR", head),
    chunk("IDAT", deflateSync(pixels)),
    chunk("IEND", Buffer.alloc(0)),
  ];
  return Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), ...parts]).toString("base64");
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}

const book = new Scrapbook(
  Array.from({ length: notebooks }, (_, i) => {
    const values = Array.from(
      { length: 8 },
      (_, n) => [`value_${n}`, { data: (i * 7919) % (n + 3) }] as const,
    );
    const scraps = [...values, ["chart", { display: { "image/png": picture(i) } }] as const];
    return [`notebook ${i}`, notebookOf(scraps)] as const;
  }),
);

const folder = await mkdtemp(join(tmpdir(), "report-"));
const browser = await launchChromium();
for (const maxPageLength of [20_000_000, 1e9]) {
  const rounds: Record<string, number>[] = [];
  for (let round = 0; round < 3; round++) {
    const start = performance.now();
    const markup = await renderReport(book, { maxPageLength });
    const made = performance.now() - start;
    const file = join(folder, `${maxPageLength}.html`);
    writeFileSync(file, markup);
    const page = await browser.newPage();
    await page.addInitScript(() => {
      const watch = new MutationObserver(() => {
        if (document.querySelector("input[type=search]") === null) return;
        performance.mark("usable");
        watch.disconnect();
      });
      watch.observe(document, { childList: true, subtree: true });
    });
    await page.goto(`file://${file}`);
    const seen = await page.evaluate(async () => {
      const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      const timed = async (act: () => void) => {
        const start = performance.now();
        act();
        await frame();
        return performance.now() - start;
      };
      const [paint] = performance.getEntriesByName("first-contentful-paint");
      const [whole] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
      const search = document.querySelector<HTMLInputElement>("input[type=search]");
      return {
        paint: paint?.startTime ?? 0,
        // The table sorts and is searched.
        usable: performance.getEntriesByName("usable")[0]?.startTime ?? Number.NaN,
        whole: whole?.loadEventEnd ?? 0,
        sort: await timed(() => document.querySelectorAll<HTMLElement>("thead button")[3]?.click()),
        search: await timed(() => {
          if (search === null) return;
          search.value = "notebook 99";
          search.dispatchEvent(new Event("input"));
        }),
      };
    });
    await page.close();
    rounds.push({ length: markup.length, made, ...seen });
  }
  for (const name of Object.keys(rounds[0] ?? {})) {
    const sorted = rounds.map((round) => round[name] ?? 0).sort((a, b) => a - b);
    console.log(maxPageLength, name, Math.round(sorted[1] ?? 0));
  }
}
await browser.close();
