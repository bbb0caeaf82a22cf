import { Failure, type Meaning } from "./failure.ts";
import { retryAfterMs } from "./retry-after.ts";

/** An answer that is no success. */
export interface BadAnswer {
  readonly status: number;
  /** The server's own word for it, such as `NoSuchBucket`. Untrusted; only plain words are shown. */
  readonly word?: string | undefined;
  /** The status whose meaning it has, where the word says more than its own. Default: `status`. */
  readonly like?: number | undefined;
  /** The header `Retry-After`. */
  readonly retryAfter?: string | undefined;
}

const busy: Meaning = {
  code: "store-io",
  what: "The server asks for fewer requests, again and again",
  hint: "Try again later, or lower concurrency.",
  isPassing: true,
};
const broken: Meaning = {
  code: "store-io",
  what: "The server failed, again and again",
  hint: "Try again later.",
  isPassing: true,
  mayBeDone: true,
};
const missing: Meaning = {
  code: "store-not-found",
  what: "There is no such file or object",
  hint: "Check the address.",
};
const changed: Meaning = {
  code: "store-conflict",
  what: "It changed meanwhile, or exists already",
  hint: "Nothing was written. Read it again and repeat the change.",
};

const meanings: Readonly<Record<number, Meaning>> = {
  401: {
    code: "store-unauthenticated",
    what: "The server wants to know who asks",
    hint: "Give credentials, or sign in again.",
  },
  403: {
    code: "store-permission",
    what: "The server does not permit it",
    hint: "Check the rights of these credentials.",
  },
  404: missing,
  405: { code: "store-unsupported", what: "The server does not take this kind of request" },
  408: {
    code: "store-timeout",
    what: "The server waited too long",
    isPassing: true,
    mayBeDone: true,
  },
  409: { ...changed, isPassing: true },
  410: missing,
  412: changed,
  429: busy,
  500: broken,
  501: { code: "store-unsupported", what: "The server cannot do this" },
  502: broken,
  503: { ...broken, what: "The server is not ready, or asks for fewer requests, again and again" },
  504: broken,
  507: { code: "store-full", what: "The store has no room left" },
};

/** What an HTTP status means. */
export function statusFailure({ status, word, like = status, retryAfter }: BadAnswer): Failure {
  const said = word !== undefined && /^[\w.-]{1,60}$/.test(word) ? ` ${word}` : "";
  const { code, ...meaning } = meanings[like] ?? {
    code: "store-io" as const,
    what: "The server answers in a way that is not expected",
    ...(status >= 500 ? { isPassing: true, mayBeDone: true } : {}),
  };
  return new Failure(code, {
    ...meaning,
    got: `HTTP ${status}${said}`,
    retryAfterMs: retryAfterMs(retryAfter),
  });
}
