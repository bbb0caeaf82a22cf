// What is tried in every runtime, with the packages as they are installed. Imports nothing of any platform: only what
// all of them have is used, so that one file runs in Node, Deno, Bun and workerd.
import { readNotebook, readNotebooks } from "@scrapbook/browser-io";
import { edit, parseJson, parseNotebook, Scrapbook, stringifyJson } from "@scrapbook/core";
import { simdEngine } from "@scrapbook/core/simd";
import { renderReport } from "@scrapbook/report";

/**
 * Each gives a value that is JSON, and must give the same in every runtime.
 * @type {Record<string, (url: string) => Promise<unknown>>}
 */
const attempts = {
  "reads a notebook": async (url) => {
    const { scraps, run, parameters } = parseNotebook(await bytesOf(`${url}/AAA.ipynb`));
    const names = [...scraps.keys()];
    return { names, distance: scraps.value("distance"), status: run.status, parameters };
  },
  "reads URLs": async (url) => {
    const keys = ["AAA", "ABC", "BCD"];
    const book = await readNotebooks(keys.map((key) => `${url}/${key}.ipynb`));
    return book.table(["symbol", "distance"]).rows();
  },
  "says that a URL leads nowhere": async (url) => {
    try {
      return await readNotebook(`${url}/no.ipynb`);
    } catch (error) {
      return [error.code, error.message.replaceAll(url, "")];
    }
  },
  "keeps numbers exact": async () => {
    const value = parseJson('[12345678901234567890, 1e400, NaN, -0.0, 1.0, "\\ud800"]');
    return stringifyJson(value.slice(0, 5), { nonFinite: "literal" });
  },
  "edits without touching other bytes": async (url) => {
    const bytes = await bytesOf(`${url}/ABC.ipynb`);
    const session = edit(bytes).set("distance", 0.5).rename("symbol", "ticker");
    const edited = session.toBytes();
    const { scraps } = parseNotebook(edited);
    return [scraps.value("distance"), scraps.value("ticker"), await digest(edited)];
  },
  "says what is wrong, and where": async (url) => {
    const bytes = await bytesOf(`${url}/AAA.ipynb`);
    try {
      return parseNotebook(bytes.subarray(0, 1000), { source: "AAA.ipynb" });
    } catch (error) {
      return [error.code, error.message];
    }
  },
  "decodes a picture": async (url) => {
    const { scraps } = parseNotebook(await bytesOf(`${url}/AAA.ipynb`));
    return digest(scraps.get("chart").bytes("image/png"));
  },
  "renders a report": async (url) => {
    const notebooks = await Promise.all(
      ["AAA", "ABC"].map(async (key) => [
        key,
        parseNotebook(await bytesOf(`${url}/${key}.ipynb`), { source: `${key}.ipynb` }),
      ]),
    );
    return digest(new TextEncoder().encode(await renderReport(new Scrapbook(notebooks))));
  },
};

/** Whether the scanner in WebAssembly runs here: not where WebAssembly may not be compiled. */
export async function hasFastEngine(url) {
  const engine = simdEngine();
  if (engine === undefined) return false;
  const bytes = await bytesOf(`${url}/AAA.ipynb`);
  const fast = parseNotebook(bytes, { engine });
  return fast.value("distance") === parseNotebook(bytes).value("distance");
}

/** @returns {Promise<Record<string, unknown>>} What each attempt gave, or the error that it threw. */
export async function attemptAll(url) {
  const results = {};
  for (const [title, attempt] of Object.entries(attempts)) {
    try {
      results[title] = await attempt(url);
    } catch (error) {
      results[title] = `threw ${error?.stack ?? error}`;
    }
  }
  return results;
}

async function bytesOf(url) {
  const response = await fetch(url);
  return new Uint8Array(await response.arrayBuffer());
}

async function digest(bytes) {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
