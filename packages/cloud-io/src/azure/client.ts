import type { Readable } from "node:stream";
import type {
  BlobDownloadResponseParsed,
  BlobGetPropertiesResponse,
  BlockBlobClient,
  BlockBlobUploadOptions,
  ContainerClient,
} from "@azure/storage-blob";
import { byCodePoints } from "@scrapbook/core/internal";
import type { Stamp, Version } from "@scrapbook/core/io";
import { contentTypeOf } from "../content-type.ts";
import { Failure } from "../failure.ts";
import { answerOfStream } from "../object/answer-of-stream.ts";
import type { ObjectClient, ObjectHead } from "../object/client.ts";
import { marksKey, readMarks, withoutMarks, writeMarks } from "../object/marks.ts";
import { azureFailure } from "./failure.ts";
import type { AzureAddress } from "./location.ts";

/** What is kept of a blob that is written anew. */
interface Kept extends Pick<BlockBlobUploadOptions, "blobHTTPHeaders" | "metadata" | "tier"> {
  readonly tagCount: number;
  readonly blobType: string | undefined;
  readonly isTierKnown: boolean;
}

/** Azure's blobs by its SDK, a request at a time: it retries nothing itself. */
export function azureClient(
  containerOf: (address: AzureAddress) => Promise<ContainerClient>,
): ObjectClient<AzureAddress> {
  const blobOf = async (address: AzureAddress) =>
    (await containerOf(address)).getBlockBlobClient(address.path);

  return {
    failureOf: azureFailure,

    async get(address, { signal: abortSignal, range, unless, version }) {
      const count = range?.end === undefined ? undefined : range.end - range.start;
      let output: BlobDownloadResponseParsed;
      try {
        output = await (await blobOf(address)).download(range?.start ?? 0, count, {
          abortSignal,
          // We ask for the rest ourselves.
          maxRetryRequests: 0,
          conditions: {
            ...(unless !== undefined && { ifNoneMatch: quoted(unless) }),
            ...(version !== undefined && { ifMatch: quoted(version) }),
          },
        });
      } catch (error) {
        if ((error as { statusCode?: number }).statusCode === 304) return undefined;
        throw azureFailure(error);
      }
      return answerOfStream(
        headOf(output),
        output.readableStreamBody as Readable | undefined,
        output.contentRange,
      );
    },

    async head(address, abortSignal) {
      try {
        return headOf(await (await blobOf(address)).getProperties({ abortSignal }));
      } catch (error) {
        const failure = azureFailure(error);
        if (failure instanceof Failure && failure.code === "store-not-found") return undefined;
        throw failure;
      }
    },

    async put(address, bytes, { signal: abortSignal, expect, over, marks }) {
      const {
        tagCount = 0,
        blobType,
        isTierKnown: _,
        ...kept
      } = (over?.kept ?? {}) as Partial<Kept>;
      if (blobType !== undefined && blobType !== "BlockBlob") {
        throw new Failure("store-unsupported", {
          what: "Only block blobs are written anew",
          got: /^\w{1,20}$/.test(blobType) ? blobType : undefined,
        });
      }
      try {
        const blob = await blobOf(address);
        const { tier = await tierOf(blob, over, abortSignal) } = kept;
        const { tags } = tagCount > 0 ? await blob.getTags({ abortSignal }) : {};
        const { etag } = await blob.upload(
          Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length),
          bytes.length,
          {
            blobHTTPHeaders: { blobContentType: contentTypeOf(address.path) },
            ...kept,
            ...(tier !== undefined && { tier }),
            metadata: {
              ...kept.metadata,
              ...(marks.length > 0 && { [marksKey]: writeMarks(marks) }),
            },
            ...(tags !== undefined && { tags }),
            abortSignal,
            conditions: {
              ...(expect === "none" && { ifNoneMatch: "*" }),
              ...(expect !== undefined && expect !== "none" && { ifMatch: quoted(expect) }),
            },
          },
        );
        return bare(etag) ?? "";
      } catch (error) {
        throw putFailure(azureFailure(error), expect);
      }
    },

    async remove(address, abortSignal) {
      try {
        await (await blobOf(address)).delete({ abortSignal });
      } catch (error) {
        throw azureFailure(error);
      }
    },

    async page(address, { signal: abortSignal, recursive, token, limit }) {
      const container = await containerOf(address);
      const options = { prefix: address.path, abortSignal };
      const pages = recursive
        ? container.listBlobsFlat(options)
        : container.listBlobsByHierarchy("/", options);
      try {
        const { value } = await pages
          .byPage({
            maxPageSize: limit ?? 5000,
            ...(token !== undefined && { continuationToken: token }),
          })
          .next();
        const { blobItems = [], blobPrefixes = [] } = value.segment as {
          blobItems?: { name: string; properties: { etag?: string; contentLength?: number } }[];
          blobPrefixes?: unknown[];
        };
        return {
          objects: blobItems
            .map(({ name, properties }) => ({
              below: name.slice(address.path.length),
              size: properties.contentLength,
              stamp: bare(properties.etag) as Stamp | undefined,
            }))
            // azurite's order is that of UTF-16: the same but for rare characters.
            .sort((a, b) => byCodePoints(a.below, b.below)),
          hasFolders: blobPrefixes.length > 0,
          next: value.continuationToken || undefined,
        };
      } catch (error) {
        throw azureFailure(error);
      }
    },
  };
}

/** The tier that a blob was put into. A download does not tell it, so that it has to be asked for. */
async function tierOf(
  blob: BlockBlobClient,
  over: ObjectHead | undefined,
  abortSignal: AbortSignal,
): Promise<string | undefined> {
  const { isTierKnown = true } = (over?.kept ?? {}) as Partial<Kept>;
  if (isTierKnown || over?.version === undefined) return undefined;
  const conditions = { ifMatch: quoted(over.version) };
  const found = await blob.getProperties({ abortSignal, conditions });
  return found.accessTierInferred ? undefined : found.accessTier;
}

/** Listings give etags without quotes, headers with them. */
const bare = (etag: string | undefined): Version | undefined => etag?.replace(/^"|"$/g, "");
const quoted = (etag: string): string => `"${etag.replace(/^"|"$/g, "")}"`;

/** A version of a blob that is gone does not hold. */
function putFailure(failure: unknown, expect: Version | "none" | undefined): unknown {
  const isGone =
    failure instanceof Failure && failure.code === "store-not-found" && expect !== undefined;
  if (!isGone || failure.details.got?.includes("Container")) return failure;
  return new Failure("store-conflict", { ...failure.details, what: "It is gone" });
}

function headOf(output: BlobDownloadResponseParsed | BlobGetPropertiesResponse): ObjectHead {
  const { etag, contentLength, contentEncoding, metadata = {} } = output;
  const range = "contentRange" in output ? output.contentRange : undefined;
  const whole = /\/(\d+)$/.exec(range ?? "")?.[1];
  const encoding = contentEncoding?.toLowerCase();
  const headers = {
    blobCacheControl: output.cacheControl,
    blobContentType: output.contentType,
    blobContentEncoding: contentEncoding,
    blobContentDisposition: output.contentDisposition,
    blobContentLanguage: output.contentLanguage,
  };
  const tier = "accessTier" in output && !output.accessTierInferred ? output.accessTier : undefined;
  const kept: Kept = {
    blobHTTPHeaders: Object.fromEntries(
      Object.entries(headers).filter(([, value]) => value !== undefined && value !== ""),
    ),
    metadata: withoutMarks(metadata),
    ...(tier !== undefined && { tier }),
    tagCount: output.tagCount ?? 0,
    blobType: output.blobType,
    isTierKnown: "accessTier" in output,
  };
  return {
    size: whole === undefined ? contentLength : Number(whole),
    stamp: bare(etag) as Stamp | undefined,
    version: bare(etag),
    encoding: encoding === "" || encoding === "identity" ? undefined : encoding,
    marks: readMarks(metadata[marksKey]),
    kept,
  };
}
