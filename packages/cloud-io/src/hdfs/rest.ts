import type { IncomingMessage } from "node:http";
import { Failure } from "../failure.ts";
import { header } from "../http/answer.ts";
import { type AllowUrl, requirePrivate } from "../http/door.ts";
import { readShort, type Transport } from "../http/exchange.ts";
import { nextUrl, sendFollowing } from "../http/follow.ts";
import { hdfsFailure } from "./failure.ts";
import type { HdfsAddress } from "./location.ts";

/** How WebHDFS is asked. */
export interface RestSetup {
  readonly transport: Transport;
  readonly allowUrl: AllowUrl | undefined;
  /** Where WebHDFS is, without `/webhdfs/v1`, and without a slash at its end. */
  endpointOf(address: HdfsAddress): string;
  /** Says who asks: `user.name` or `delegation`. */
  identity(): Promise<Readonly<Record<string, string>>>;
  /** The header `Authorization`, sent to the endpoint alone. */
  readonly authorization: string | undefined;
}

/** Parameters of an operation, beside `op`. */
export type Query = Readonly<Record<string, string | undefined>>;

/** The operations of WebHDFS, a request at a time. They throw a `Failure`. */
export interface Rest {
  /** The answer of an operation, read as JSON; `undefined` where it has no body. */
  ask(
    method: "GET" | "PUT" | "DELETE",
    op: string,
    address: HdfsAddress,
    parameters: Query,
    signal: AbortSignal,
  ): Promise<unknown>;
  /** Bytes of a file, from a DataNode. */
  open(address: HdfsAddress, parameters: Query, signal: AbortSignal): Promise<IncomingMessage>;
  /** Writes a file, at a DataNode: over what is there. */
  create(
    address: HdfsAddress,
    bytes: Uint8Array,
    parameters: Query,
    signal: AbortSignal,
  ): Promise<void>;
}

export function restOf({
  transport,
  allowUrl,
  endpointOf,
  identity,
  authorization,
}: RestSetup): Rest {
  const urlOf = async (op: string, address: HdfsAddress, parameters: Query): Promise<URL> => {
    const names = address.path.split("/").map(encodeURIComponent);
    const url = new URL(`${endpointOf(address)}/webhdfs/v1${names.join("/") || "/"}`);
    const query = { op, ...(await identity()), ...parameters };
    for (const [name, value] of Object.entries(query)) {
      if (value !== undefined) url.searchParams.set(name, value);
    }
    if (url.searchParams.has("delegation")) requirePrivate(url);
    return url;
  };

  const own = authorization === undefined ? {} : { authorization };

  /** Asks the NameNode, and gives where it sends us: DataNodes get nothing that authorizes but what it writes for them. */
  const sent = async (
    method: string,
    url: URL,
    signal: AbortSignal,
  ): Promise<{ readonly answer: IncomingMessage; readonly to: URL | undefined }> => {
    if (authorization !== undefined) requirePrivate(url);
    const body = method === "PUT" ? new Uint8Array(0) : undefined;
    const answer = await transport.send({ method, url, signal, allowUrl, headers: own, body });
    const { statusCode = 0 } = answer;
    const location = header(answer, "location");
    if (statusCode === 307 && location !== undefined) {
      answer.destroy();
      return { answer, to: redirect(url, location) };
    }
    if (statusCode >= 300) throw await hdfsFailure(answer);
    return { answer, to: undefined };
  };

  return {
    async ask(method, op, address, parameters, signal) {
      const { answer, to } = await sent(method, await urlOf(op, address, parameters), signal);
      if (to !== undefined) throw new Failure("store-io", { what: "This is no answer of WebHDFS" });
      const text = await readShort(answer, 64_000_000);
      if (text === "") return undefined;
      try {
        return JSON.parse(text);
      } catch {
        throw new Failure("store-io", { what: "The server's answer is no JSON", isPassing: true });
      }
    },

    async open(address, parameters, signal) {
      const url = await urlOf("OPEN", address, parameters);
      const { answer, to } = await sent("GET", url, signal);
      if (to === undefined) return answer;
      const bytes = await sendFollowing(transport, {
        ...{ method: "GET", url: to, signal, allowUrl, headers: {} },
        authorizationFor: ({ origin }) => (origin === url.origin ? authorization : undefined),
      });
      if (bytes.statusCode !== 200) throw await hdfsFailure(bytes);
      return bytes;
    },

    async create(address, bytes, parameters, signal) {
      const url = await urlOf("CREATE", address, { overwrite: "true", ...parameters });
      // The first answer names the DataNode. The bytes are sent only there.
      const { to } = await sent("PUT", url, signal);
      if (to === undefined) throw new Failure("store-io", { what: "No DataNode was named" });
      const headers = {
        // HttpFS takes nothing else.
        "content-type": "application/octet-stream",
        ...(to.origin === url.origin && own),
      };
      const request = { method: "PUT", url: to, signal, allowUrl, body: bytes, headers };
      const written = await transport.send(request);
      if (written.statusCode !== 201) throw await hdfsFailure(written);
      await readShort(written);
    },
  };
}

/** Where a NameNode sends us. It composes accents on the way, and would name another file. */
function redirect(from: URL, location: string): URL {
  const to = nextUrl(from, location);
  if (plainName(to) === plainName(from)) to.pathname = from.pathname;
  return to;
}

const plainName = ({ pathname }: URL): string => decodeURIComponent(pathname).normalize("NFC");
