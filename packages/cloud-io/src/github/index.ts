/**
 * Notebooks in repositories on GitHub.
 *
 * @packageDocumentation
 */

import { aFunction, aText, type Store, type Version } from "@scrapbook/core/io";
import { Failure } from "../failure.ts";
import { answerOf, header, headOf } from "../http/answer.ts";
import type { AllowUrl } from "../http/door.ts";
import { createTransport } from "../http/exchange.ts";
import { sendFollowing } from "../http/follow.ts";
import { networkFailure } from "../network-failure.ts";
import type { ObjectClient } from "../object/client.ts";
import { objectStore } from "../object/store.ts";
import { schemes } from "../schemes.ts";
import { aSecret, type CloudOptions, settingsOf } from "../settings.ts";
import { statusFailure } from "../status-failure.ts";
import { type GithubAddress, githubAddress } from "./location.ts";

export type { AllowUrl } from "../http/door.ts";
export type { CloudOptions } from "../settings.ts";

/** Options of {@link github}. */
export interface GithubOptions extends CloudOptions {
  /** An access token. It is sent to the API alone. Default: `GITHUB_ACCESS_TOKEN`, as papermill; else none. */
  readonly token?: string | undefined;
  /** Another API than GitHub's own. Default `https://api.github.com`. */
  readonly apiUrl?: string | undefined;
  /** Where public raw files are. Default `https://raw.githubusercontent.com`. */
  readonly rawUrl?: string | undefined;
  /** Asked before each request and each hop. Default: every address is allowed. */
  readonly allowUrl?: AllowUrl | undefined;
}

/**
 * A store for `https://github.com/OWNER/REPO/blob/REF/PATH`, by GitHub's API, and for
 * `raw.githubusercontent.com`: as it is, or by the API where there is a token. It only reads.
 *
 * @throws `usage-argument`.
 */
export function github(options: GithubOptions = {}): Store {
  const settings = settingsOf("github", options, {
    token: aSecret,
    apiUrl: aText,
    rawUrl: aText,
    allowUrl: aFunction,
  });
  const { apiUrl = "https://api.github.com", rawUrl = "https://raw.githubusercontent.com" } =
    options;
  const { allowUrl } = options;
  const transport = createTransport();
  const tokenOf = () => (options.token ?? process.env.GITHUB_ACCESS_TOKEN) || undefined;

  const urlOf = ({ owner, repo, ref, path, isRaw }: GithubAddress): URL => {
    const file = path.split("/").map(encodeURIComponent).join("/");
    const place = `${encodeURIComponent(owner)}/${encodeURIComponent(repo)}`;
    if (isRaw && tokenOf() === undefined) {
      return new URL(`${rawUrl}/${place}/${encodeURIComponent(ref)}/${file}`);
    }
    const url = new URL(`${apiUrl}/repos/${place}/contents/${file}`);
    url.searchParams.set("ref", ref);
    return url;
  };

  const client: ObjectClient<GithubAddress> = {
    failureOf: (error) => networkFailure(error) ?? error,

    async get(address, { signal, unless }) {
      const url = urlOf(address);
      const token = tokenOf();
      const answer = await sendFollowing(transport, {
        ...{ method: "GET", url, signal, allowUrl },
        headers: {
          accept: "application/vnd.github.raw+json",
          "user-agent": "scrapbook",
          "x-github-api-version": "2022-11-28",
          ...(unless !== undefined && { "if-none-match": unless }),
        },
        authorizationFor: (to) =>
          token !== undefined && to.origin === new URL(apiUrl).origin
            ? `Bearer ${token}`
            : undefined,
      });
      const { statusCode = 0 } = answer;
      if (statusCode === 304 && unless !== undefined) {
        answer.destroy();
        return undefined;
      }
      if (
        statusCode === 200 &&
        /^application\/json\b/i.test(header(answer, "content-type") ?? "")
      ) {
        answer.destroy();
        throw new Failure("store-not-file", { what: "This is a folder, not a file" });
      }
      if (statusCode === 200) return answerOf(answer, weak(headOf(answer)));
      answer.destroy();
      const retryAfter = header(answer, "retry-after");
      const isUsedUp = header(answer, "x-ratelimit-remaining") === "0";
      if ((statusCode === 403 || statusCode === 429) && (isUsedUp || retryAfter !== undefined)) {
        throw usedUp(
          statusCode,
          retryAfter,
          header(answer, "x-ratelimit-reset"),
          token !== undefined,
        );
      }
      throw statusFailure({ status: statusCode, retryAfter });
    },

    head: async () => undefined,
  };

  return objectStore<GithubAddress>({
    ...schemes.github,
    settings,
    addressOf: githubAddress,
    below: (folder, path) => `${folder}/${path}`,
    isFolder: () => false,
    connect: async () => client,
    writes: false,
    conditions: () => ({ expect: false, create: false }),
    // A part cannot be asked for by version: a branch moves.
    ranges: () => false,
    placeOf: () => apiUrl,
  });
}

/** GitHub's etags change with how a file is asked for, so they are no versions of its bytes. */
const weak = (head: ReturnType<typeof headOf>) => ({
  ...head,
  version: undefined as Version | undefined,
});

function usedUp(
  status: number,
  retryAfter: string | undefined,
  reset: string | undefined,
  hasToken: boolean,
): Failure {
  const seconds =
    reset !== undefined && /^\d+$/.test(reset) ? Number(reset) - Date.now() / 1000 : 0;
  return new Failure("store-io", {
    what: "GitHub takes no more requests for a while",
    got: `HTTP ${status}`,
    hint: hasToken
      ? "Try again later."
      : "Set GITHUB_ACCESS_TOKEN: with it, many more requests an hour are taken.",
    isPassing: true,
    retryAfterMs:
      retryAfter !== undefined && /^\d+$/.test(retryAfter)
        ? Number(retryAfter) * 1000
        : Math.max(0, seconds * 1000),
  });
}
