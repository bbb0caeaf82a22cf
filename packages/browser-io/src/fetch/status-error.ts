import { type ErrorCode, ScrapbookError } from "@scrapbook/core";

const meanings: Readonly<Record<number, readonly [ErrorCode, what: string, hint?: string]>> = {
  401: ["store-unauthenticated", "The server wants to know who asks", "Sign in, or give a token."],
  403: ["store-permission", "The server does not permit it", "Check your rights there."],
  404: ["store-not-found", "There is no such file", "Check the address."],
  408: ["store-timeout", "The server waited too long", "Try again."],
  410: ["store-not-found", "There is no such file any more"],
  413: ["store-too-large", "The server does not take so much"],
  429: ["store-io", "The server asks for fewer requests", "Try again later."],
};

/** What an answer means that is no success. */
export function statusError(status: number, source: string): ScrapbookError {
  const [code, what, hint] = meanings[status] ?? [
    "store-io",
    status < 500 ? "The server answers in a way that is not expected" : "The server failed",
    "Try again later.",
  ];
  return new ScrapbookError(code, { what, source, got: `HTTP ${status}`, hint });
}
