import { expect, test } from "vitest";
import { sidecarPath, temporaryPath } from "./sidecar.ts";

test("a file of ours lies hidden beside the notebook and is no notebook", () => {
  expect(sidecarPath("/a/b.ipynb", "lock")).toBe("/a/.b.ipynb.lock");
  expect(temporaryPath("/a/b.ipynb", "0f")).toBe("/a/.b.ipynb.0f.tmp");
});

test("a name that leaves no room is replaced by its hash", () => {
  const name = `${"é".repeat(120)}.ipynb`;
  const path = sidecarPath(`/a/${name}`, "lock");
  expect(path).toMatch(/^\/a\/\.[0-9a-f]{64}\.lock$/);
  expect(sidecarPath(`/a/x${name}`, "lock")).not.toBe(path);
});
