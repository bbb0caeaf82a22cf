import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { answering, freePort, serverFolder, startChild } from "./child.mjs";

/**
 * Google Cloud Storage by fake-gcs-server. It checks no credentials.
 * @param {string} file `serverFile("fake-gcs-server")`
 * @param {readonly string[]} buckets
 * @returns {Promise<import("./child.mjs").RunningServer>}
 */
export async function startFakeGcs(file, buckets) {
  const folder = serverFolder("fake-gcs");
  for (const bucket of buckets) mkdirSync(join(folder, "data", bucket), { recursive: true });
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  return startChild(
    "fake-gcs-server",
    [
      ...[file, "-scheme", "http", "-host", "127.0.0.1", "-port", String(port)],
      ...["-backend", "memory", "-data", join(folder, "data"), "-log-level", "error"],
      ...["-public-host", `127.0.0.1:${port}`, "-external-url", url],
    ],
    { folder, ready: () => answering(url, "/storage/v1/b") },
  );
}
