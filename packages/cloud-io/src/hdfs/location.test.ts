import { expect, test } from "vitest";
import { belowHdfs, hdfsAddress, isHdfsFolder } from "./location.ts";
import { hdfsName } from "./name.ts";

test.each([
  ["hdfs://nn:8020/out/a.ipynb", "nn:8020", "/out/a.ipynb"],
  ["hdfs:///out//a?b#c%20.ipynb", "", "/out/a?b#c%20.ipynb"],
  ["hdfs://nn", "nn", ""],
  ["HDFS://nn/", "nn", ""],
])("%s is taken apart", (location, authority, path) => {
  expect(hdfsAddress(location)).toEqual({ authority, path });
});

test.each(["hdfs://user:planted@nn/a", "hdfs://nn/../a", "hdfs://nn/./a", "hdfs://nn:x/a"])(
  "%s is no address, and its secrets are not told",
  (location) => {
    expect(() => hdfsAddress(location)).toThrow(
      expect.objectContaining({ code: "usage-argument" }),
    );
    expect(() => hdfsAddress(location)).toThrow(/^(?!.*planted)/s);
  },
);

test("names lose user and password, and nothing else", () => {
  expect(hdfsName("hdfs://user:planted@nn/a?b#c@d")).toBe("hdfs://nn/a?b#c@d");
});

test("what lies below a folder has one slash more", () => {
  expect(belowHdfs("hdfs://nn", "a")).toBe("hdfs://nn/a");
  expect(belowHdfs("hdfs://nn/a/", "b")).toBe("hdfs://nn/a/b");
  expect(belowHdfs("hdfs://", "")).toBe("hdfs:///");
});

test("hosts and what ends with a slash are folders", () => {
  expect(["hdfs://nn", "hdfs://nn/a/", "hdfs://nn/a"].map(isHdfsFolder)).toEqual([
    true,
    true,
    false,
  ]);
});
