// Reads a hostile notebook, or edits a file that holds one, in a process of its own; prints what it took, as JSON.
import { hostile } from "./hostile.js";

const [act, kind, path] = /** @type {string[]} */ (process.argv.slice(2));
const { editNotebook, isScrapbookError, readScraps } = await import("@scrapbook/node-io");
const began = performance.now();
const found = await (act === "read" ? read() : edit()).catch((error) => {
  if (!isScrapbookError(error)) throw error;
  return error.code;
});
const { user, system } = process.cpuUsage();
console.log(
  JSON.stringify({
    found,
    seconds: (performance.now() - began) / 1000,
    cpuSeconds: (user + system) / 1e6,
    // In KiB, as the system counts it.
    peakMB: (process.resourceUsage().maxRSS * 1024) / 1e6,
  }),
);

async function read() {
  const { make } = /** @type {(typeof hostile)[string]} */ (hostile[kind]);
  const { scraps, problems } = await readScraps(make(), { strict: false });
  const told = problems.map(({ code }) => code);
  return [`${scraps.size} scraps`, ...told].join(", ");
}

async function edit() {
  const { edits } = await editNotebook(path, (session) => session.set("x1", 0.5), {
    inPiecesFrom: 0,
  });
  return `${edits.length} edits`;
}
