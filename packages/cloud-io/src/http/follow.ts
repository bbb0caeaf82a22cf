import type { IncomingMessage } from "node:http";
import { Failure } from "../failure.ts";
import { requirePrivate } from "./door.ts";
import type { Exchange, Transport } from "./exchange.ts";

const mostHops = 5;
const redirects = new Set([301, 302, 303, 307, 308]);

/** A request that may be redirected. */
export interface FollowedExchange extends Omit<Exchange, "headers"> {
  readonly headers: Readonly<Record<string, string>>;
  /** The header `Authorization` for a URL's origin: asked anew on each hop. */
  authorizationFor(url: URL): string | undefined;
}

/**
 * Sends a request, and follows up to 5 redirects. Never to another scheme than http and https, never
 * from https to http. What authorizes at one origin is not sent to another, and nothing that
 * authorizes is sent where it could be read on its way.
 */
export async function sendFollowing(
  transport: Transport,
  { authorizationFor, ...exchange }: FollowedExchange,
): Promise<IncomingMessage> {
  let { url } = exchange;
  for (let hops = 0; ; hops++) {
    const authorization = authorizationFor(url);
    if (authorization !== undefined) requirePrivate(url);
    const headers = { ...exchange.headers, ...(authorization && { authorization }) };
    const answer = await transport.send({ ...exchange, url, headers });
    const { location } = answer.headers;
    if (!redirects.has(answer.statusCode ?? 0) || location === undefined) return answer;
    answer.destroy();
    if (exchange.body !== undefined && (answer.statusCode ?? 0) < 307) {
      throw refused("A write was redirected as if it were a read");
    }
    if (hops >= mostHops) throw refused(`There are more than ${mostHops} redirects`);
    url = nextUrl(url, location);
  }
}

/** Where a redirect leads, if it may be followed. @throws a `Failure` `store-permission`. */
export function nextUrl(from: URL, location: string): URL {
  let to: URL;
  try {
    to = new URL(location, from);
  } catch {
    throw refused("A redirect leads to something that is no URL");
  }
  if (to.protocol !== "https:" && to.protocol !== "http:") {
    throw refused(`A redirect leads from ${from.protocol} to ${to.protocol.slice(0, 20)}`);
  }
  if (from.protocol === "https:" && to.protocol === "http:") {
    throw refused("A redirect leads from https to http");
  }
  // What a server writes into an address is not ours to sign in with.
  to.username = "";
  to.password = "";
  return to;
}

function refused(what: string): Failure {
  return new Failure("store-permission", { what, hint: "It was not followed." });
}
