/**
 * Starts a worker with the script that comes with this package. Bundlers know this spelling: they
 * copy the file and put its place here.
 */
export function startWorker(): Worker {
  const script = new URL("./script.js", import.meta.url);
  return new Worker(servedByVite(script.href), { type: "module" });
}

/**
 * The development servers of Vite serve this module from a folder of their own, beside that of the
 * packages, and leave the script where it is.
 */
const servedByVite = (url: string): string =>
  url.replace(/\/\.vite\/deps\/script\.js$/, "/@scrapbook/browser-io/dist/worker/script.js");
