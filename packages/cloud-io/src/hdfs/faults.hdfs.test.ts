import { expect, test } from "vitest";
import { behindFaults, type FaultyServer } from "../testing/behind-faults.ts";
import { startHdfs } from "../testing/hdfs-server.ts";
import { textAt } from "../testing/read-all.ts";
import { testFaultyReads, testResumedReads } from "../testing/test-faulty-reads.ts";
import { testLostCreations } from "../testing/test-lost-writes.ts";
import { hdfs } from "./index.ts";

const server: FaultyServer = {
  name: "hdfs",
  start: startHdfs,
  storeAt: (endpoint, options) => hdfs({ endpoint, ...options }),
  at: (path) => `hdfs://localhost/${path}`,
  // The NameNode only says which DataNode has the bytes.
  isGet: ({ url }) => url.includes("op=OPEN") && url.includes("namenoderpcaddress"),
  isPut: ({ url }) => url.includes("op=RENAME"),
};
const behind = behindFaults(server);

testFaultyReads(server, behind);
testResumedReads(server, behind);
testLostCreations(server, behind);

test.each(["CREATE", "GETFILESTATUS", "GETXATTRS", "RENAME"])(
  "a write goes on where the answer of %s is lost, and leaves nothing behind",
  async (op) => {
    const { proxy, fresh, direct, through } = behind();
    const location = fresh().replace("/faults/", `/faults/${op}/`);
    await direct().write(location, [Buffer.from("old")]);
    proxy.next((request) => (request.url.includes(`op=${op}`) ? { is: "lost" } : undefined), 2);
    const { version } = await through().write(location, [Buffer.from("new")]);
    expect(await textAt(direct(), location)).toBe("new");
    const names: unknown[] = [];
    for await (const { path, stamp } of direct().list?.(location.replace(/[^/]*$/, "")) ?? []) {
      names.push([path, stamp]);
    }
    expect(names).toEqual([[location, version]]);
  },
);

test("a write that fails for good leaves the old file, and nothing beside it", async () => {
  const { proxy, fresh, direct, through } = behind();
  const location = fresh().replace("/faults/", "/faults/failing/");
  await direct().write(location, [Buffer.from("old")]);
  const fault = { is: "status", status: 503 } as const;
  proxy.next((request) => (request.url.includes("op=RENAME") ? fault : undefined), 9);
  const writing = through({ retries: 1 }).write(location, [Buffer.from("new")]);
  await expect(writing).rejects.toMatchObject({ code: "store-io" });
  const names: string[] = [];
  for await (const { path } of direct().list?.(location.replace(/[^/]*$/, "")) ?? []) {
    names.push(path);
  }
  expect(names).toEqual([location]);
  expect(await textAt(direct(), location)).toBe("old");
});
