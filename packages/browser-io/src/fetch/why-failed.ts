import { type ErrorCode, ScrapbookError } from "@scrapbook/core";

/**
 * Why `fetch` gave nothing. Browsers do not say: no network, a server that is off, an answer that the
 * page may not read all look alike. So what can be asked is asked.
 */
export async function whyFailed(
  url: URL,
  source: string,
  init: RequestInit,
  cause: unknown,
): Promise<ScrapbookError> {
  const page = globalThis.location?.origin;
  const error = (code: ErrorCode, what: string, hint: string): ScrapbookError =>
    new ScrapbookError(code, { what, source, hint, cause });
  const unreachable = (what: string, hint: string) => error("store-unreachable", what, hint);

  if (globalThis.navigator?.onLine === false) {
    return unreachable("The browser is offline", "Connect to the network, and try again.");
  }
  const refusals = watchRefusals(url);
  const first = await attempt(url, { ...init, redirect: "manual" });
  if (first?.type === "opaqueredirect") {
    return error(
      "store-unauthenticated",
      "The server leads to another address, which this page may not read: most likely one to sign in",
      "Sign in there in this browser, and try again.",
    );
  }
  // What a page may not read, it may still send: whether there was an answer is told.
  const second = first ?? (await attempt(url, { mode: "no-cors", method: "HEAD" }));
  if (await refusals.any()) {
    return unreachable(
      "The page's own Content-Security-Policy forbids to ask this server",
      `Add ${url.origin} to its connect-src.`,
    );
  }
  if (second !== undefined && url.origin !== page) {
    return unreachable(
      `The server does not let pages of ${page} read it (CORS)`,
      `It must answer with the header Access-Control-Allow-Origin: ${page}.`,
    );
  }
  return unreachable("The server cannot be reached", "Check the address and the network.");
}

async function attempt(url: URL, init: RequestInit): Promise<Response | undefined> {
  try {
    const response = await fetch(url, { ...init, cache: "no-store" });
    response.body?.cancel().catch(() => {});
    return response;
  } catch {
    return undefined;
  }
}

/** Notes whether the page's policy forbids a server meanwhile. */
function watchRefusals({ origin }: URL): { any(): Promise<boolean> } {
  let isRefused = false;
  const note = (event: Event): void => {
    const { blockedURI } = event as SecurityPolicyViolationEvent;
    if (blockedURI.startsWith(origin)) isRefused = true;
  };
  globalThis.addEventListener?.("securitypolicyviolation", note);
  return {
    any: async () => {
      // The browser tells it in a task of its own.
      await new Promise((resolve) => setTimeout(resolve));
      globalThis.removeEventListener?.("securitypolicyviolation", note);
      return isRefused;
    },
  };
}
