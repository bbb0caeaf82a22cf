import type { LookupAddress } from "node:dns";
import type { Agent, IncomingMessage, RequestOptions } from "node:http";
import { networkFailure } from "../network-failure.ts";
import { type AllowUrl, allowedAddresses } from "./door.ts";

/** One request over HTTP. */
export interface Exchange {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array | undefined;
  readonly signal: AbortSignal;
  readonly allowUrl?: AllowUrl | undefined;
}

/** Sends requests over connections that it keeps. */
export interface Transport {
  /** @throws (rejects with) a `Failure` where no answer came. */
  send(exchange: Exchange): Promise<IncomingMessage>;
}

/** Connections to any number of servers, as many to each as there are requests at once. */
export function createTransport(): Transport {
  const agents = new Map<string, Promise<Agent>>();
  const agentFor = (protocol: string): Promise<Agent> => {
    let agent = agents.get(protocol);
    if (agent === undefined) {
      // How many requests there are at once is for callers to say.
      const options = { keepAlive: true, maxSockets: Infinity };
      agent =
        protocol === "https:"
          ? import("node:https").then(({ Agent }) => new Agent(options))
          : import("node:http").then(({ Agent }) => new Agent(options));
      agents.set(protocol, agent);
    }
    return agent;
  };

  return {
    async send({ method, url, headers, body, signal, allowUrl }) {
      try {
        const { request } = await (url.protocol === "https:"
          ? import("node:https")
          : import("node:http"));
        const agent = await agentFor(url.protocol);
        const pinned = allowUrl === undefined ? undefined : await allowedAddresses(url, allowUrl);
        const options: RequestOptions = {
          method,
          agent,
          signal,
          headers: {
            ...headers,
            ...(body === undefined ? {} : { "content-length": String(body.length) }),
          },
          ...(pinned === undefined ? {} : { lookup: pinnedLookup(pinned) }),
        };
        const target = new URL(url);
        target.username = "";
        target.password = "";
        return await new Promise((resolve, reject) => {
          const outgoing = request(target, options, resolve);
          outgoing.once("error", reject);
          outgoing.end(body);
        });
      } catch (error) {
        throw networkFailure(error) ?? error;
      }
    },
  };
}

/** A lookup that gives what was allowed, so that a name cannot mean something else a moment later. */
function pinnedLookup(addresses: LookupAddress[]): NonNullable<RequestOptions["lookup"]> {
  return (_host, options, callback) => {
    const [first] = addresses;
    if (options.all || first === undefined) callback(null, addresses);
    else callback(null, first.address, first.family);
  };
}

/** Reads a short answer to its end, and lets go of a long one. */
export async function readShort(answer: IncomingMessage, maxBytes = 1_000_000): Promise<string> {
  const pieces: Buffer[] = [];
  let length = 0;
  try {
    for await (const piece of answer as AsyncIterable<Buffer>) {
      length += piece.length;
      if (length > maxBytes) break;
      pieces.push(piece);
    }
  } catch (error) {
    throw networkFailure(error) ?? error;
  } finally {
    answer.destroy();
  }
  return Buffer.concat(pieces).toString("utf8");
}
