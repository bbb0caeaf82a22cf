import { expect, test } from "vitest";
import { belowBucket, bucketAddress, isBucketFolder } from "./bucket-location.ts";
import { bucketName } from "./bucket-name.ts";

test.each([
  ["s3://bucket/a/b.ipynb", "bucket", "a/b.ipynb"],
  ["s3://bucket/a?b#c%20d", "bucket", "a?b#c%20d"],
  ["s3://bucket", "bucket", ""],
  ["s3://bucket//a//b", "bucket", "a//b"],
])("%s is taken apart", (location, bucket, key) => {
  expect(bucketAddress(location)).toEqual({ bucket, key });
});

test.each(["s3://", "s3:///a", "s3://ada:planted@bucket/a", "s3://../a", "s3://bucket/.."])(
  "%s is no address of an object",
  (location) => {
    expect(() => bucketAddress(location)).toThrow(/^\[usage-argument\](?!.*planted)/s);
  },
);

test.each([
  ["s3://ada:planted@bucket/a", "s3://bucket/a"],
  ["s3://bucket/a?X-Amz-Signature=planted", "s3://bucket/a"],
  ["s3://bucket/a?v=1&sig=planted", "s3://bucket/a"],
  ["s3://bucket/a?access_token=planted", "s3://bucket/a"],
  ["s3://bucket/a?b#c", "s3://bucket/a?b#c"],
])("messages call %s %s", (location, name) => {
  expect(bucketName(location)).toBe(name);
});

test("buckets and what ends with a slash are folders", () => {
  expect(["s3://b", "s3://b/a/", "s3://b/a"].map(isBucketFolder)).toEqual([true, true, false]);
  expect(belowBucket("s3://b", "a")).toBe("s3://b/a");
  expect(belowBucket("s3://b/a/", "c")).toBe("s3://b/a/c");
});
