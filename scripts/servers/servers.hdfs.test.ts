import { expect, test } from "vitest";
import { startHdfs } from "./hdfs.mjs";
import { serverFile } from "./installs.mjs";

test("HDFS starts with a NameNode that answers over WebHDFS, and stops", async () => {
  const { url, stop } = await startHdfs(serverFile("hdfs"));
  try {
    const answer = await fetch(`${url}/webhdfs/v1/?op=GETFILESTATUS&user.name=root`);
    expect(await answer.json()).toMatchObject({ FileStatus: { type: "DIRECTORY" } });
  } finally {
    await stop();
  }
  await expect(fetch(url)).rejects.toThrow();
}, 120_000);
