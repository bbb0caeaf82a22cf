import type { Readable } from "node:stream";
import type {
  GetObjectCommandOutput,
  HeadObjectCommandOutput,
  PutObjectCommandInput,
  S3Client,
} from "@aws-sdk/client-s3";
import type { Stamp, Version } from "@scrapbook/core/io";
import type { BucketAddress } from "../bucket-location.ts";
import { contentTypeOf } from "../content-type.ts";
import { Failure } from "../failure.ts";
import { answerOfStream } from "../object/answer-of-stream.ts";
import type { ObjectClient, ObjectHead } from "../object/client.ts";
import { marksKey, readMarks, withoutMarks, writeMarks } from "../object/marks.ts";
import { s3Failure } from "./failure.ts";

type Sdk = typeof import("@aws-sdk/client-s3");
/** What is kept of an object that is written anew: what a PUT can say. */
type Kept = Partial<PutObjectCommandInput> & { readonly tagCount: number };

/** S3 by the AWS SDK, a request at a time: it retries nothing itself. */
export function s3Client(
  sdk: Sdk,
  client: S3Client,
  { acl }: { readonly acl: string | undefined },
): ObjectClient<BucketAddress> {
  const at = ({ bucket, key }: BucketAddress) => ({ Bucket: bucket, Key: key });

  /** The tags of an object, as a PUT takes them. */
  const tagging = async (address: BucketAddress, abortSignal: AbortSignal): Promise<string> => {
    const { TagSet = [] } = await client.send(new sdk.GetObjectTaggingCommand(at(address)), {
      abortSignal,
    });
    return new URLSearchParams(
      TagSet.map(({ Key = "", Value = "" }): [string, string] => [Key, Value]),
    ).toString();
  };

  return {
    failureOf: s3Failure,

    async get(address, { signal: abortSignal, range, unless, version }) {
      const input = {
        ...at(address),
        ...(range && {
          Range: `bytes=${range.start}-${range.end === undefined ? "" : range.end - 1}`,
        }),
        ...(unless !== undefined && { IfNoneMatch: unless }),
        ...(version !== undefined && { IfMatch: version }),
      };
      let output: GetObjectCommandOutput;
      try {
        output = await client.send(new sdk.GetObjectCommand(input), { abortSignal });
      } catch (error) {
        if ((error as GetObjectCommandOutput).$metadata?.httpStatusCode === 304) return undefined;
        throw s3Failure(error);
      }
      return answerOfStream(
        headOf(output),
        output.Body as Readable | undefined,
        output.ContentRange,
      );
    },

    async head(address, abortSignal) {
      try {
        return headOf(await client.send(new sdk.HeadObjectCommand(at(address)), { abortSignal }));
      } catch (error) {
        const failure = s3Failure(error);
        // A HEAD has no body that could say whether it is the bucket that is missing.
        if (failure instanceof Failure && failure.code === "store-not-found") return undefined;
        throw failure;
      }
    },

    async put(address, bytes, { signal: abortSignal, expect, over, marks }) {
      const { tagCount = 0, Metadata = {}, ...kept } = (over?.kept ?? {}) as Partial<Kept>;
      try {
        const input: PutObjectCommandInput = {
          ContentType: contentTypeOf(address.key),
          ...kept,
          ...at(address),
          Body: bytes,
          Metadata: { ...Metadata, ...(marks.length > 0 && { [marksKey]: writeMarks(marks) }) },
          ...(tagCount > 0 && { Tagging: await tagging(address, abortSignal) }),
          ...(acl !== undefined && { ACL: acl as NonNullable<PutObjectCommandInput["ACL"]> }),
          ...(expect === "none" && { IfNoneMatch: "*" }),
          ...(expect !== undefined && expect !== "none" && { IfMatch: expect }),
        };
        const { ETag } = await client.send(new sdk.PutObjectCommand(input), { abortSignal });
        return (ETag ?? "") as Version;
      } catch (error) {
        throw putFailure(s3Failure(error), expect);
      }
    },

    async remove(address, abortSignal) {
      try {
        await client.send(new sdk.DeleteObjectCommand(at(address)), { abortSignal });
      } catch (error) {
        throw s3Failure(error);
      }
    },

    async page({ bucket, key }, { signal: abortSignal, recursive, token, limit }) {
      try {
        const output = await client.send(
          new sdk.ListObjectsV2Command({
            Bucket: bucket,
            Prefix: key,
            ...(!recursive && { Delimiter: "/" }),
            ...(token !== undefined && { ContinuationToken: token }),
            ...(limit !== undefined && { MaxKeys: limit }),
          }),
          { abortSignal },
        );
        const { Contents = [], CommonPrefixes = [], IsTruncated, NextContinuationToken } = output;
        return {
          objects: Contents.map(({ Key = "", Size, ETag }) => ({
            below: Key.slice(key.length),
            size: Size,
            stamp: ETag as Stamp | undefined,
          })),
          hasFolders: CommonPrefixes.length > 0,
          next: IsTruncated ? NextContinuationToken : undefined,
        };
      } catch (error) {
        throw s3Failure(error);
      }
    },
  };
}

/** A version of an object that is gone does not hold: some servers say 404 rather than 412. */
function putFailure(failure: unknown, expect: Version | "none" | undefined): unknown {
  const isGone =
    failure instanceof Failure && failure.code === "store-not-found" && expect !== undefined;
  if (!isGone || failure.details.what.includes("bucket")) return failure;
  return new Failure("store-conflict", { ...failure.details, what: "It is gone" });
}

function headOf(output: GetObjectCommandOutput | HeadObjectCommandOutput): ObjectHead {
  const { ETag, ContentRange, ContentLength, ContentEncoding, Metadata = {} } = output;
  const whole = /\/(\d+)$/.exec(ContentRange ?? "")?.[1];
  // What the SDK adds to a body that it sends in chunks is none of the object's.
  const encoding = ContentEncoding?.toLowerCase().replace(/,?\s*aws-chunked/, "");
  return {
    size: whole === undefined ? ContentLength : Number(whole),
    stamp: ETag as Stamp | undefined,
    version: ETag as Version | undefined,
    encoding: encoding === "" || encoding === "identity" ? undefined : encoding,
    marks: readMarks(Metadata[marksKey]),
    kept: keptOf(output),
  };
}

function keptOf(output: GetObjectCommandOutput | HeadObjectCommandOutput): Kept {
  const names = [
    ...(["CacheControl", "ContentDisposition", "ContentEncoding", "ContentLanguage"] as const),
    ...(["ContentType", "StorageClass", "WebsiteRedirectLocation"] as const),
    ...(["ServerSideEncryption", "SSEKMSKeyId", "BucketKeyEnabled"] as const),
  ];
  const kept = Object.fromEntries(
    names.flatMap((name) => (output[name] === undefined ? [] : [[name, output[name]]])),
  );
  const expires = output.ExpiresString === undefined ? NaN : Date.parse(output.ExpiresString);
  return {
    ...kept,
    ...(!Number.isNaN(expires) && { Expires: new Date(expires) }),
    Metadata: withoutMarks(output.Metadata ?? {}),
    tagCount: output.TagCount ?? 0,
  };
}
