// Sets one scrap of a file in a process of its own and prints what it took, as JSON.
const [path] = process.argv.slice(2);
const { editNotebook } = await import("@scrapbook/node-io");
const began = performance.now();
const { edits } = await editNotebook(/** @type {string} */ (path), (session) =>
  session.set("x1", 0.5),
);
const { user, system } = process.cpuUsage();
console.log(
  JSON.stringify({
    edits: edits.length,
    seconds: (performance.now() - began) / 1000,
    cpuSeconds: (user + system) / 1e6,
    peakMB: (process.resourceUsage().maxRSS * 1024) / 1e6,
  }),
);
