import { answering, freePort, serverFolder, startChild } from "./child.mjs";

/** The account that azurite always has; its key is in azurite's manual. */
export const azureAccount = {
  name: "devstoreaccount1",
  key: "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==",
};

/**
 * Azure's blobs by azurite, in memory.
 * @param {string} file `serverFile("azurite")`
 * @returns {Promise<import("./child.mjs").RunningServer>}
 */
export async function startAzurite(file) {
  const folder = serverFolder("azurite");
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  return startChild(
    "azurite",
    [
      ...[process.execPath, file, "--blobHost", "127.0.0.1", "--blobPort", String(port)],
      // The SDK is newer than azurite, and neither is a reason to hold back the other.
      ...["--silent", "--inMemoryPersistence", "--skipApiVersionCheck", "--disableTelemetry"],
    ],
    { folder, ready: () => answering(url) },
  );
}
