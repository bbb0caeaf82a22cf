/**
 * Notebooks in buckets of S3, and of all that speaks like it.
 *
 * @packageDocumentation
 */

import { ScrapbookError } from "@scrapbook/core";
import { aBoolean, aText, type Store } from "@scrapbook/core/io";
import {
  type BucketAddress,
  belowBucket,
  bucketAddress,
  isBucketFolder,
} from "../bucket-location.ts";
import { loadPackage } from "../missing-package.ts";
import { objectStore } from "../object/store.ts";
import { schemes } from "../schemes.ts";
import { aSecret, type CloudOptions, settingsOf } from "../settings.ts";
import { s3Client } from "./client.ts";

export type { CloudOptions } from "../settings.ts";

/** Options of {@link s3}. */
export interface S3Options extends CloudOptions {
  /**
   * Another server than Amazon's: MinIO, R2, Ceph. Default: `AWS_ENDPOINT_URL_S3`,
   * `AWS_ENDPOINT_URL`, `BOTO3_ENDPOINT_URL` as papermill, the profile's, else Amazon's.
   */
  readonly endpoint?: string | undefined;
  /** Default: `AWS_REGION`, the profile's, else `us-east-1`. */
  readonly region?: string | undefined;
  /** Keys, or a function that gives them. Default: the SDK's chain: environment, profile, SSO, web identity, instance. */
  readonly credentials?: S3Credentials | (() => Promise<S3Credentials>) | undefined;
  /** Whether buckets are in the path rather than the host. Default: where there is an endpoint. */
  readonly forcePathStyle?: boolean | undefined;
  /** The canned ACL of what is written, such as `bucket-owner-full-control`. Default: none is sent. */
  readonly acl?: string | undefined;
}

/** Keys of an account of AWS. */
export interface S3Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/**
 * A store for `s3://bucket/key`. Loads `@aws-sdk/client-s3` when it is first used.
 *
 * @throws `usage-argument`.
 */
export function s3(options: S3Options = {}): Store {
  const settings = settingsOf("s3", options, {
    endpoint: aText,
    region: aText,
    credentials: aSecret,
    forcePathStyle: aBoolean,
    acl: aText,
  });
  const endpointOf = () => endpointUrl(options.endpoint ?? endpointOfEnvironment());
  endpointUrl(options.endpoint);
  let loading: Promise<ReturnType<typeof s3Client>> | undefined;
  const load = async () => {
    const endpoint = endpointOf();
    const sdk = await loadPackage(
      "@aws-sdk/client-s3",
      "s3://",
      () => import("@aws-sdk/client-s3"),
    );
    const { region, credentials, forcePathStyle = endpoint !== undefined } = options;
    const make = (region: string | undefined) =>
      new sdk.S3Client({
        ...(endpoint !== undefined && { endpoint }),
        ...(region !== undefined && { region }),
        ...(credentials !== undefined && { credentials }),
        forcePathStyle,
        followRegionRedirects: true,
        // We retry ourselves, and know when a write must not be repeated without a look.
        maxAttempts: 1,
        // Checksums of their own make servers other than Amazon's fail.
        ...(endpoint !== undefined && { requestChecksumCalculation: "WHEN_REQUIRED" }),
        responseChecksumValidation: "WHEN_REQUIRED",
        // How many requests there are at once is for callers to say.
        requestHandler: {
          connectionTimeout: settings.timeoutMs,
          httpAgent: { maxSockets: Infinity, keepAlive: true },
          httpsAgent: { maxSockets: Infinity, keepAlive: true },
        },
      });
    let client = make(region);
    try {
      await client.config.region();
    } catch {
      // Boto3 needs none for S3 either.
      client = make("us-east-1");
    }
    return s3Client(sdk, client, { acl: options.acl });
  };
  return objectStore<BucketAddress>({
    ...schemes.s3,
    settings,
    addressOf: bucketAddress,
    below: belowBucket,
    isFolder: isBucketFolder,
    connect: () => {
      loading ??= load();
      loading.catch(() => {
        loading = undefined;
      });
      return loading;
    },
    writes: true,
    // Amazon honours conditions. Of others many do not: each is asked.
    conditions: () => (endpointOf() === undefined ? { expect: true, create: true } : "ask"),
    ranges: () => true,
    placeOf: ({ bucket }) => bucket,
  });
}

/** @throws `usage-argument`: a host and port alone are no URL. */
function endpointUrl(given: string | undefined): string | undefined {
  if (
    given === undefined ||
    (/^https?:\/\/[^/@]+(?:\/[^@]*)?$/i.test(given) && URL.canParse(given))
  )
    return given;
  throw new ScrapbookError("usage-argument", {
    what: "The endpoint is no URL of a server",
    expected: "https://host:port, without user and password",
    hint: "Check the option endpoint, AWS_ENDPOINT_URL_S3, AWS_ENDPOINT_URL and BOTO3_ENDPOINT_URL.",
  });
}

function endpointOfEnvironment(): string | undefined {
  const { AWS_ENDPOINT_URL_S3, AWS_ENDPOINT_URL, BOTO3_ENDPOINT_URL } = process.env;
  return AWS_ENDPOINT_URL_S3 || AWS_ENDPOINT_URL || BOTO3_ENDPOINT_URL || undefined;
}
