import { type AbortSignalLike, ScrapbookError } from "@scrapbook/core";
import { toSignal } from "../signal.ts";
import { notANotebook } from "./not-a-notebook.ts";
import { statusError } from "./status-error.ts";
import { whyFailed } from "./why-failed.ts";

/** How a URL is asked for. */
export interface Asking {
  /** For messages. */
  readonly name: string;
  readonly signal: AbortSignalLike | undefined;
  readonly requestInit: (url: URL) => RequestInit;
}

/**
 * Asks for a URL, and gives the answer that bears a file.
 *
 * @throws (rejects with) `store-not-found`, `store-unauthenticated`, `store-permission`,
 * `store-unreachable`, `store-not-notebook`, `store-io`; the signal's reason.
 */
export async function ask(location: string, asking: Asking): Promise<Response> {
  const { name, requestInit } = asking;
  asking.signal?.throwIfAborted();
  const url = urlOf(location, name);
  const init: RequestInit = { cache: "no-cache", ...requestInit(url) };
  const signal = toSignal(asking.signal) ?? null;
  let response: Response;
  try {
    response = await fetch(url, { ...init, signal });
  } catch (error) {
    asking.signal?.throwIfAborted();
    throw await whyFailed(url, name, init, error);
  }
  if (!response.ok) {
    response.body?.cancel();
    throw statusError(response.status, name);
  }
  if (/^(?:text\/html|application\/xhtml)/i.test(response.headers.get("content-type") ?? "")) {
    throw await notANotebook(response, url, name);
  }
  return response;
}

function urlOf(location: string, name: string): URL {
  try {
    return new URL(location, globalThis.document?.baseURI ?? globalThis.location?.href);
  } catch (cause) {
    throw new ScrapbookError("usage-argument", { what: "This is no URL", source: name, cause });
  }
}
