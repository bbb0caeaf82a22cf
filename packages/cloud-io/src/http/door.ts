import type { LookupAddress } from "node:dns";
import { Failure } from "../failure.ts";

/**
 * Decides whether a request may go to a URL. Asked before each request, and for each hop of a
 * redirect anew.
 *
 * @param url without user, password and fragment.
 * @param address the IP address that its host resolves to, which is then the one that is connected.
 */
export type AllowUrl = (url: URL, address: string) => boolean | Promise<boolean>;

/**
 * The addresses of a host that may be connected.
 *
 * @throws (rejects with) `store-permission` where none may; what resolving rejects with.
 */
export async function allowedAddresses(url: URL, allow: AllowUrl): Promise<LookupAddress[]> {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const { lookup } = await import("node:dns/promises");
  const addresses = await lookup(host, { all: true });
  const shown = new URL(url);
  shown.username = "";
  shown.password = "";
  shown.hash = "";
  const allowed: LookupAddress[] = [];
  for (const address of addresses) {
    if (await allow(shown, address.address)) allowed.push(address);
  }
  if (allowed.length > 0) return allowed;
  throw new Failure("store-permission", {
    what: "allowUrl does not allow this address",
    got: `${url.protocol}//${url.host}`.slice(0, 80),
  });
}

/** Whether a host is this machine, so that nothing sent there can be overheard. */
function isLoopback(url: URL): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(url.hostname);
}

/** Whether credentials may be sent to a URL: only where nobody can read along. */
export function isPrivate(url: URL): boolean {
  return url.protocol === "https:" || isLoopback(url);
}

/** @throws a `Failure` where what authorizes could be read on its way. */
export function requirePrivate(url: URL): void {
  if (isPrivate(url)) return;
  throw new Failure("store-unauthenticated", {
    what: "Credentials are not sent over http, where others can read them",
    got: `http://${url.host}`.slice(0, 80),
    hint: "Use https.",
  });
}
