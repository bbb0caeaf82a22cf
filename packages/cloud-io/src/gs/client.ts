import type { IncomingMessage } from "node:http";
import type { Stamp, Version } from "@scrapbook/core/io";
import type { BucketAddress } from "../bucket-location.ts";
import { contentTypeOf } from "../content-type.ts";
import { Failure } from "../failure.ts";
import { answerOf, header, rangeHeader } from "../http/answer.ts";
import type { AllowUrl } from "../http/door.ts";
import { readShort, type Transport } from "../http/exchange.ts";
import { sendFollowing } from "../http/follow.ts";
import { networkFailure } from "../network-failure.ts";
import type { ObjectClient, ObjectHead } from "../object/client.ts";
import { marksKey, readMarks, withoutMarks, writeMarks } from "../object/marks.ts";
import { statusFailure } from "../status-failure.ts";
import { multipart } from "./multipart.ts";

/** How Google's storage is asked. */
export interface GsClientSetup {
  readonly transport: Transport;
  /** Without a slash at its end. */
  readonly endpoint: string;
  readonly allowUrl: AllowUrl | undefined;
  /** The header `Authorization`; `undefined`: none is sent. */
  authorization(): Promise<string | undefined>;
}

/** An object as the JSON API describes it, as far as we look at it. */
interface Resource {
  readonly name?: string;
  readonly size?: string;
  readonly generation?: string;
  readonly contentEncoding?: string;
  readonly metadata?: Readonly<Record<string, string>>;
  readonly [member: string]: unknown;
}

/** What an upload can say of an object, and is kept when it is written anew. */
const keptMembers = [
  ...["contentEncoding", "contentDisposition", "contentLanguage"],
  ...["cacheControl", "customTime", "storageClass", "temporaryHold", "eventBasedHold"],
  ...["kmsKeyName", "contexts"],
];

/** Google Cloud Storage by its JSON API, a request at a time. */
export function gsClient(setup: GsClientSetup): ObjectClient<BucketAddress> {
  const { transport, endpoint, allowUrl } = setup;
  const objectPath = ({ bucket, key }: BucketAddress): string =>
    `/storage/v1/b/${encodeURIComponent(bucket)}/o/${encodeURIComponent(key)}`;

  const send = async (
    method: string,
    path: string,
    query: Readonly<Record<string, string | undefined>>,
    more: { signal: AbortSignal; headers?: Record<string, string>; body?: Uint8Array },
  ): Promise<IncomingMessage> => {
    const url = new URL(endpoint + path);
    for (const [name, value] of Object.entries(query)) {
      if (value !== undefined) url.searchParams.set(name, value);
    }
    const authorization = await setup.authorization();
    return sendFollowing(transport, {
      ...{ method, url, allowUrl, headers: {}, ...more },
      authorizationFor: (to) => (to.origin === url.origin ? authorization : undefined),
    });
  };

  /** The body of a good answer, read as JSON. */
  const json = async (answer: IncomingMessage): Promise<unknown> => {
    if ((answer.statusCode ?? 0) >= 300) throw await bad(answer);
    const text = await readShort(answer, 64_000_000);
    try {
      return JSON.parse(text);
    } catch {
      throw new Failure("store-io", { what: "The server's answer is no JSON", isPassing: true });
    }
  };

  const resource = async (
    address: BucketAddress,
    signal: AbortSignal,
    generation?: string,
  ): Promise<Resource> =>
    (await json(
      await send("GET", objectPath(address), { ifGenerationMatch: generation }, { signal }),
    )) as Resource;

  return {
    failureOf: (error) => networkFailure(error) ?? error,

    async get(address, { signal, range, unless, version }) {
      const answer = await send(
        "GET",
        objectPath(address),
        { alt: "media", ifGenerationNotMatch: unless, ifGenerationMatch: version },
        // Asked for gzip, the server sends a packed object as it is stored, and knows ranges of it.
        { signal, headers: { "accept-encoding": "gzip", ...rangeHeader(range) } },
      );
      const { statusCode = 0 } = answer;
      if (statusCode === 304 && unless !== undefined) {
        answer.destroy();
        return undefined;
      }
      if (statusCode !== 200 && statusCode !== 206) throw await bad(answer);
      return answerOf(answer, mediaHead(answer));
    },

    async head(address, signal) {
      try {
        return headOf(await resource(address, signal));
      } catch (error) {
        if (error instanceof Failure && error.code === "store-not-found") return undefined;
        throw error;
      }
    },

    async put(address, bytes, { signal, expect, over, marks }) {
      const before = over?.version;
      const kept =
        over === undefined
          ? {}
          : ((over.kept as Resource | undefined) ?? (await resource(address, signal, before)));
      const described = Object.fromEntries(
        keptMembers.flatMap((name) => (kept[name] === undefined ? [] : [[name, kept[name]]])),
      );
      const metadata = {
        ...withoutMarks(kept.metadata ?? {}),
        ...(marks.length > 0 && { [marksKey]: writeMarks(marks) }),
      };
      const { body, type } = multipart(
        {
          ...described,
          contentType: String(kept.contentType ?? contentTypeOf(address.key)),
          metadata,
          name: address.key,
        },
        bytes,
      );
      const answer = await send(
        "POST",
        `/upload/storage/v1/b/${encodeURIComponent(address.bucket)}/o`,
        { uploadType: "multipart", ifGenerationMatch: expect === "none" ? "0" : expect },
        { signal, headers: { "content-type": type }, body },
      );
      const { generation } = (await json(answer)) as Resource;
      return String(generation ?? "") as Version;
    },

    async remove(address, signal) {
      const answer = await send("DELETE", objectPath(address), {}, { signal });
      if ((answer.statusCode ?? 0) >= 300) throw await bad(answer);
      answer.resume();
    },

    async page({ bucket, key }, { signal, recursive, token, limit }) {
      const query = {
        prefix: key === "" ? undefined : key,
        delimiter: recursive ? undefined : "/",
        pageToken: token,
        maxResults: String(limit ?? 1000),
        fields: "items(name,size,generation),prefixes,nextPageToken",
      };
      const path = `/storage/v1/b/${encodeURIComponent(bucket)}/o`;
      const { items, prefixes, nextPageToken } = (await json(
        await send("GET", path, query, { signal }),
      )) as { items?: Resource[]; prefixes?: string[]; nextPageToken?: string };
      return {
        objects: (items ?? []).map(({ name = "", size, generation }) => ({
          below: name.slice(key.length),
          size: size === undefined ? undefined : Number(size),
          stamp: generation as Stamp | undefined,
        })),
        hasFolders: (prefixes ?? []).length > 0,
        next: nextPageToken === "" ? undefined : nextPageToken,
      };
    },
  };
}

async function bad(answer: IncomingMessage): Promise<Failure> {
  answer.destroy();
  return statusFailure({
    status: answer.statusCode ?? 0,
    retryAfter: header(answer, "retry-after"),
  });
}

/** What the headers of a download say. What else is to be kept has to be asked for. */
function mediaHead(answer: IncomingMessage): ObjectHead {
  const generation = header(answer, "x-goog-generation");
  const stored = header(answer, "x-goog-stored-content-length");
  const total = /\/(\d+)$/.exec(header(answer, "content-range") ?? "")?.[1];
  const size = total ?? stored ?? header(answer, "content-length");
  const encoding =
    header(answer, "x-goog-stored-content-encoding") ?? header(answer, "content-encoding");
  return {
    size: size === undefined ? undefined : Number(size),
    stamp: generation as Stamp | undefined,
    version: generation as Version | undefined,
    encoding: encoding === "identity" || encoding === "" ? undefined : encoding?.toLowerCase(),
    marks: readMarks(header(answer, `x-goog-meta-${marksKey}`)),
  };
}

function headOf(resource: Resource): ObjectHead {
  const { size, generation, contentEncoding, metadata = {} } = resource;
  return {
    size: size === undefined ? undefined : Number(size),
    stamp: generation as Stamp | undefined,
    version: generation as Version | undefined,
    encoding: contentEncoding === "" ? undefined : contentEncoding?.toLowerCase(),
    marks: readMarks(metadata[marksKey]),
    kept: resource,
  };
}
