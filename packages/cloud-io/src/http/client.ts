import type { Version } from "@scrapbook/core/io";
import { Failure } from "../failure.ts";
import { networkFailure } from "../network-failure.ts";
import type { ObjectClient } from "../object/client.ts";
import { statusFailure } from "../status-failure.ts";
import { answerOf, header, headOf, rangeHeader } from "./answer.ts";
import type { AllowUrl } from "./door.ts";
import { readShort, type Transport } from "./exchange.ts";
import { sendFollowing } from "./follow.ts";

/** How a web server is asked. */
export interface HttpClientSetup {
  readonly transport: Transport;
  readonly allowUrl: AllowUrl | undefined;
  /** Sent with every request. */
  readonly headers: Readonly<Record<string, string>>;
  authorizationFor(url: URL, asked: URL): string | undefined;
}

/** A web server: GET with ranges and etags, HEAD, PUT. */
export function httpClient(setup: HttpClientSetup): ObjectClient<URL> {
  const { transport, allowUrl } = setup;
  const send = async (
    method: string,
    asked: URL,
    more: Readonly<Record<string, string>>,
    signal: AbortSignal,
    body?: Uint8Array,
  ) => {
    const url = new URL(asked);
    url.hash = "";
    return sendFollowing(transport, {
      ...{ method, url, signal, body, allowUrl },
      headers: { ...setup.headers, ...more },
      authorizationFor: (to) => setup.authorizationFor(to, asked),
    });
  };
  const bad = async (answer: Awaited<ReturnType<typeof send>>): Promise<Failure> => {
    answer.destroy();
    return statusFailure({
      status: answer.statusCode ?? 0,
      retryAfter: header(answer, "retry-after"),
    });
  };

  return {
    failureOf: (error) => networkFailure(error) ?? error,

    async get(url, { signal, range, unless, version }) {
      const answer = await send(
        "GET",
        url,
        {
          // Ranges are of bytes as they are stored, so a part is asked for unpacked.
          "accept-encoding": range === undefined ? "gzip, deflate, br" : "identity",
          ...rangeHeader(range),
          ...(unless === undefined ? {} : validator(unless)),
          ...(version === undefined ? {} : { "if-match": version }),
        },
        signal,
      );
      const { statusCode = 0 } = answer;
      if (statusCode === 304 && unless !== undefined) {
        answer.destroy();
        return undefined;
      }
      if (statusCode !== 200 && statusCode !== 206) throw await bad(answer);
      if (/^text\/html\b/i.test(header(answer, "content-type") ?? "")) {
        answer.destroy();
        throw new Failure("store-not-notebook", {
          what: "The server sent a page for people",
          got: "Content-Type text/html",
          hint: "Sign in, or ask for the raw file rather than the page that shows it.",
        });
      }
      return answerOf(answer, headOf(answer));
    },

    async head(url, signal) {
      const answer = await send("HEAD", url, { "accept-encoding": "identity" }, signal);
      answer.resume();
      const { statusCode = 0 } = answer;
      if (statusCode === 404 || statusCode === 410) return undefined;
      // A server that does not know HEAD has not said that there is nothing.
      if (statusCode === 405 || statusCode === 501) {
        return { ...headOf(answer), size: undefined, encoding: undefined };
      }
      if (statusCode !== 200) throw await bad(answer);
      return headOf(answer);
    },

    async put(url, bytes, { signal, expect, over }) {
      const answer = await send(
        "PUT",
        url,
        {
          "content-type": "application/json",
          ...(over?.encoding === undefined ? {} : { "content-encoding": over.encoding }),
          ...(expect === undefined ? {} : condition(expect)),
        },
        signal,
        bytes,
      );
      const { statusCode = 0 } = answer;
      if (statusCode < 200 || statusCode > 299) throw await bad(answer);
      await readShort(answer);
      // A server that gives no etag for what it wrote has no version for it.
      return (header(answer, "etag") ?? "") as Version;
    },
  };
}

/** A stamp is an etag, strong or weak, or a date. */
const validator = (stamp: string): Record<string, string> =>
  stamp.includes('"') ? { "if-none-match": stamp } : { "if-modified-since": stamp };

const condition = (expect: string): Record<string, string> =>
  expect === "none" ? { "if-none-match": "*" } : { "if-match": expect };
