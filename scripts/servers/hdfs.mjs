import { dirname } from "node:path";
import { findProgram } from "../lib/find-program.mjs";
import { serverFolder, startChild } from "./child.mjs";
import { hdfsClassPath } from "./installs.mjs";

/**
 * A real NameNode and a real DataNode, with WebHDFS on the port of the URL. Takes about 25 seconds to start.
 * @param {string} file `serverFile("hdfs")`
 * @returns {Promise<import("./child.mjs").RunningServer>}
 */
export async function startHdfs(file) {
  const folder = serverFolder("hdfs");
  const classPath = hdfsClassPath(dirname(dirname(file)));
  return startChild(
    "HDFS",
    [findProgram("java") ?? "java", "-Xmx512m", "-cp", classPath, "Hdfs", folder],
    {
      folder,
      readyMs: 300_000,
      ready: async (output) => {
        const port = /^READY (\d+)$/m.exec(output)?.[1];
        return port === undefined ? undefined : `http://127.0.0.1:${port}`;
      },
    },
  );
}
