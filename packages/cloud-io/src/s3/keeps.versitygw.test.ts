import { gzipSync } from "node:zlib";
import {
  GetObjectTaggingCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import { createIO } from "@scrapbook/core/io";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { notebookText } from "../../../../quality/store-contract/place.ts";
import { startFaultProxy } from "../../../../scripts/servers/fault-proxy.mjs";
import { codeOf, textAt } from "../testing/read-all.ts";
import { s3At, s3Credentials, startS3 } from "../testing/s3-server.ts";

let server: Awaited<ReturnType<typeof startS3>>;
let proxy: Awaited<ReturnType<typeof startFaultProxy>>;
let sdk: S3Client;
beforeAll(async () => {
  server = await startS3();
  proxy = await startFaultProxy(server.url);
  const bare = { endpoint: server.url, region: "us-east-1", credentials: s3Credentials };
  sdk = new S3Client({ ...bare, forcePathStyle: true });
});
afterAll(async () => {
  await proxy?.stop();
  await server?.stop();
});
beforeEach(() => proxy.clear());

const Bucket = "notebooks";
const said = {
  ContentType: "application/x-ipynb+json; v=4",
  ContentEncoding: "gzip",
  ContentLanguage: "de",
  ContentDisposition: "inline",
  CacheControl: "max-age=60",
  Metadata: { run: "7", owner: "ada" },
};

/** An object with all that can be said of it, and what is said of it afterwards. */
async function putBySdk(Key: string): Promise<void> {
  const Body = gzipSync(notebookText(1));
  const Tagging = "team=a%2Bb%20c&kind=notebook";
  await sdk.send(new PutObjectCommand({ Bucket, Key, Body, Tagging, ...said }));
}

async function keptOf(Key: string): Promise<unknown> {
  const head = await sdk.send(new HeadObjectCommand({ Bucket, Key }));
  const { scrapbookwrites: _, ...Metadata } = head.Metadata ?? {};
  const { TagSet } = await sdk.send(new GetObjectTaggingCommand({ Bucket, Key }));
  const tags = Object.fromEntries((TagSet ?? []).map((tag) => [tag.Key, tag.Value]));
  return {
    ...Object.fromEntries(Object.keys(said).map((k) => [k, Reflect.get(head, k)])),
    Metadata,
    tags,
  };
}

const everything = { ...said, tags: { team: "a+b c", kind: "notebook" } };

test.each(["writeNotebook", "editNotebook"] as const)(
  "%s keeps type, encoding, metadata and tags",
  async (verb) => {
    const key = `kept/${verb}.ipynb`;
    await putBySdk(key);
    const store = s3At(server.url);
    const io = createIO({ stores: [store] });
    const location = `s3://${Bucket}/${key}`;
    if (verb === "writeNotebook") await io.writeNotebook(location, notebookText(2));
    else await io.editNotebook(location, (to) => to.set("x", 2));
    expect((await io.readNotebook(location)).value("x")).toBe(2);
    expect(await keptOf(key)).toEqual(everything);
  },
);

test("where tags may not be read, nothing is written", async () => {
  await putBySdk("denied.ipynb");
  const location = `s3://${Bucket}/denied.ipynb`;
  const before = await textAt(s3At(server.url), location);
  const denied = {
    is: "status",
    status: 403,
    body: "<Error><Code>AccessDenied</Code></Error>",
  } as const;
  proxy.next(({ url }) => (url.includes("tagging") ? denied : undefined), 9);
  const writing = s3At(proxy.url).write(location, [Buffer.from("{}")]);
  expect(await codeOf(writing)).toBe("store-permission");
  expect(await textAt(s3At(server.url), location)).toBe(before);
});

test("a second look at 1,000 unchanged objects lists once, and reads none", async () => {
  const store = s3At(proxy.url);
  const keys = Array.from({ length: 1000 }, (_, i) => `poll/${1000 + i}.ipynb`);
  for (let i = 0; i < keys.length; i += 50) {
    await Promise.all(
      keys
        .slice(i, i + 50)
        .map((Key) => sdk.send(new PutObjectCommand({ Bucket, Key, Body: notebookText(i) }))),
    );
  }
  const { readNotebooks } = createIO({ stores: [store] });
  const cache = new Map();
  expect((await readNotebooks(`s3://${Bucket}/poll/`, { cache })).size).toBe(1000);
  proxy.clear();
  expect((await readNotebooks(`s3://${Bucket}/poll/`, { cache })).size).toBe(1000);
  const asked = proxy.seen.map(({ method, url }) => `${method} ${url.split("?")[0]}`);
  expect(asked).toEqual([expect.stringMatching(`^GET /${Bucket}/?$`)]);
});

test.each([
  ["a wrong secret", { ...s3Credentials, secretAccessKey: "planted-wrong-secret" }],
  ["an unknown key", { accessKeyId: "PLANTEDUNKNOWN", secretAccessKey: "planted" }],
])("%s is said plainly, and not told", async (_, credentials) => {
  const store = s3At(server.url, { credentials, retries: 0 });
  const reading = store.open(`s3://${Bucket}/a.ipynb`);
  await expect(reading).rejects.toMatchObject({ code: "store-unauthenticated" });
  await expect(reading).rejects.toThrow(/^(?!.*planted).*credentials/is);
});

test("no credentials at all are said plainly, with what to set", async () => {
  const credentials = async (): Promise<never> => {
    throw Object.assign(new Error("planted"), { name: "CredentialsProviderError" });
  };
  const store = s3At(server.url, { credentials, retries: 0 });
  await expect(store.open(`s3://${Bucket}/a.ipynb`)).rejects.toThrow(
    /^\[store-unauthenticated\](?!.*planted).*AWS_ACCESS_KEY_ID/s,
  );
});
