// What quality/bench/browser.mjs measures, in the page.
import { readNotebook, readNotebooks } from "@scrapbook/browser-io";
import { notebookWorker } from "@scrapbook/browser-io/worker";

/** The contestants: 12 notebooks by each. @type {Record<string, (urls: readonly string[]) => Promise<unknown>>} */
const contestants = {
  "fetch and json()": (urls) =>
    Promise.all(
      urls.map(async (url) => {
        const response = await fetch(url, { cache: "no-cache" });
        return response.json();
      }),
    ),
  "readNotebooks()": (urls) => readNotebooks(urls),
  "readNotebooks() and every value": async (urls) => {
    const book = await readNotebooks(urls);
    for (const { scraps } of book.values()) for (const scrap of scraps.values()) scrap.tryData();
  },
};

/**
 * The median time of each contestant, in turns, in milliseconds.
 * @param {readonly string[]} urls @param {number} rounds
 */
async function compare(urls, rounds) {
  /** @type {Record<string, number[]>} */
  const times = Object.fromEntries(Object.keys(contestants).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, read] of Object.entries(contestants)) {
      const start = performance.now();
      await read(urls);
      times[name]?.push(performance.now() - start);
    }
  }
  const median = (/** @type {number[]} */ list) =>
    list.sort((a, b) => a - b)[list.length >> 1] ?? 0;
  return Object.fromEntries(Object.entries(times).map(([name, list]) => [name, median(list)]));
}

/**
 * Reads a notebook, and watches for how long the page does nothing else.
 * @param {string} from @param {"page" | "worker"} where
 */
async function standstill(from, where) {
  const location = from === "a Blob" ? await (await fetch("/huge.ipynb")).blob() : from;
  const worker = notebookWorker({ worker: () => new Worker("/script.js", { type: "module" }) });
  const read = where === "worker" ? worker.readNotebook : readNotebook;
  /** @type {number[]} */
  const tasks = [];
  const observer = new PerformanceObserver((list) =>
    tasks.push(...list.getEntries().map(({ duration }) => duration)),
  );
  observer.observe({ type: "longtask" });
  let longest = 0;
  let isOver = false;
  const { port1, port2 } = new MessageChannel();
  let last = performance.now();
  port1.onmessage = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (!isOver) setTimeout(() => port2.postMessage(0), 1);
  };
  port2.postMessage(0);
  const start = performance.now();
  const notebook = await read(location);
  const took = performance.now() - start;
  if (notebook.scraps.size === 0) throw new Error("nothing was read");
  // What was a long task is told in a task of its own.
  await new Promise((resolve) => setTimeout(resolve, 500));
  isOver = true;
  worker.close();
  return { took, longest, tasks };
}

Object.assign(window, { bench: { compare, standstill } });
