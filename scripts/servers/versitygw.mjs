import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { answering, freePort, serverFolder, startChild } from "./child.mjs";

/** The one account of the server. */
export const s3Credentials = { accessKeyId: "testing", secretAccessKey: "testing-secret-key" };

/**
 * S3 by versitygw, which checks signatures. It serves a folder: each folder in it is a bucket.
 * @param {string} file `serverFile("versitygw")`
 * @param {readonly string[]} buckets
 * @returns {Promise<import("./child.mjs").RunningServer>}
 */
export async function startVersitygw(file, buckets) {
  const folder = serverFolder("versitygw");
  const data = join(folder, "data");
  for (const bucket of buckets) mkdirSync(join(data, bucket), { recursive: true });
  const address = `127.0.0.1:${await freePort()}`;
  return startChild(
    "versitygw",
    // Metadata in extended attributes: kept in files beside the data (--sidecar) it is not always that of the data.
    [file, "--port", address, "--quiet", "posix", data],
    {
      folder,
      env: {
        ROOT_ACCESS_KEY: s3Credentials.accessKeyId,
        ROOT_SECRET_KEY: s3Credentials.secretAccessKey,
      },
      ready: () => answering(`http://${address}`),
    },
  );
}
