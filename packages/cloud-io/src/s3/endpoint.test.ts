import { afterEach, expect, test, vi } from "vitest";
import { s3 } from "./index.ts";

afterEach(() => vi.unstubAllEnvs());

test.each(["minio:9000", "", "ftp://minio", "http://", "https://ada:planted@minio"])(
  "the endpoint %j is refused at once, and not told",
  (endpoint) => {
    expect(() => s3({ endpoint })).toThrow(/^\[usage-argument\](?!.*planted)/s);
  },
);

test("an endpoint of the environment that is no URL names the variables", async () => {
  vi.stubEnv("BOTO3_ENDPOINT_URL", "minio:9000");
  await expect(s3().open("s3://bucket/a")).rejects.toThrow(/BOTO3_ENDPOINT_URL/);
});
