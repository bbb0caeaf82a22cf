import { type AbortSignalLike, ScrapbookError } from "@scrapbook/core";
import { notANotebook } from "../fetch/not-a-notebook.ts";
import { statusError } from "../fetch/status-error.ts";
import { whyFailed } from "../fetch/why-failed.ts";
import { toSignal } from "../signal.ts";
import type { JupyterOptions } from "./jupyter-options.ts";

/** What the server says of a file or folder. */
export interface Model {
  readonly name: string;
  readonly path: string;
  readonly type: "file" | "notebook" | "directory";
  readonly last_modified: string;
  readonly size?: number | null;
  readonly format?: "text" | "base64" | "json" | null;
  readonly content?: string | readonly Model[] | null;
  /** Of newer servers: a hash of the bytes, in hexadecimal digits. */
  readonly hash?: string | null;
  readonly hash_algorithm?: string | null;
}

/** One request. */
export interface Request {
  readonly path: string;
  /** For messages. */
  readonly source: string;
  readonly signal: AbortSignalLike | undefined;
  /** What is asked for: `content=0`. */
  readonly query?: string | undefined;
  /** What is saved; without it, it is asked. */
  readonly save?: object | undefined;
}

/** The contents API of one server. Rejects with `store-` errors. */
export type ContentsApi = (request: Request) => Promise<Model>;

/** @param base the server's address, with `/` at its end. */
export function contentsApi(base: string, token: JupyterOptions["token"]): ContentsApi {
  const isOwn = globalThis.location?.origin === new URL(base).origin;
  return async ({ path, source, signal, query = "", save }) => {
    signal?.throwIfAborted();
    const steps = path.split("/").map(encodeURIComponent).join("/");
    const url = new URL(`${base}api/contents/${steps}${query && `?${query}`}`);
    const headers = new Headers({ accept: "application/json" });
    if (token !== undefined) headers.set("authorization", `token ${token}`);
    // Signed in by cookie, a page has to show that it can read cookies.
    const xsrf = token === undefined && isOwn ? xsrfToken() : undefined;
    if (xsrf !== undefined) headers.set("x-xsrftoken", xsrf);
    if (save !== undefined) headers.set("content-type", "application/json");
    const init: RequestInit = {
      method: save === undefined ? "GET" : "PUT",
      headers,
      cache: "no-store",
      credentials: token === undefined ? "same-origin" : "omit",
      body: save === undefined ? null : JSON.stringify(save),
    };
    let response: Response;
    try {
      response = await fetch(url, { ...init, signal: toSignal(signal) ?? null });
    } catch (error) {
      signal?.throwIfAborted();
      // To ask why, nothing is saved once more.
      const asking: RequestInit = { ...init, method: "GET", body: null };
      const refused = await unreadRefusal(base, asking, source);
      throw refused ?? (await whyFailed(url, source, asking, error));
    }
    if (!response.ok) throw await refusal(response, source);
    if (/^text\/html/i.test(response.headers.get("content-type") ?? "")) {
      throw await notANotebook(response, url, source);
    }
    return modelOf(response, source, signal);
  };
}

async function modelOf(
  response: Response,
  source: string,
  signal: AbortSignalLike | undefined,
): Promise<Model> {
  try {
    return await response.json();
  } catch (cause) {
    signal?.throwIfAborted();
    const what = "The server's answer broke off, or is no JSON";
    throw new ScrapbookError("store-unreachable", { what, source, cause });
  }
}

/**
 * What an answer meant that the page may not read: to pages of other origins the server says no
 * without the headers of CORS. `undefined` where the server gives no answers at all.
 */
async function unreadRefusal(
  base: string,
  init: RequestInit,
  source: string,
): Promise<ScrapbookError | undefined> {
  const isRead = async (path: string, how: RequestInit): Promise<boolean> => {
    const response = await fetch(base + path, how).catch(() => undefined);
    response?.body?.cancel().catch(() => {});
    return response?.ok === true;
  };
  if (!(await isRead("api", { cache: "no-store", credentials: "omit" }))) return undefined;
  if (!(await isRead("api/contents/?content=0", init))) return unknownCaller(source);
  const what = "The server refused, and does not let this page read why";
  return new ScrapbookError("store-unreachable", { what, source, hint: "Its log says why." });
}

/** What the server means by no. It says 403 also to whoever it does not know. */
async function refusal(response: Response, source: string): Promise<ScrapbookError> {
  const said: unknown = await response.json().catch(() => undefined);
  const message = String((said as { message?: unknown } | undefined)?.message ?? "");
  const isFile = /permission denied|is hidden|hidden file/i.test(message);
  if (response.status !== 403 || isFile) return statusError(response.status, source);
  return unknownCaller(source, /xsrf/i.test(message));
}

function unknownCaller(source: string, isXsrf = false): ScrapbookError {
  return new ScrapbookError("store-unauthenticated", {
    what: isXsrf
      ? "The server wants proof that this page may act for who is signed in (XSRF)"
      : "The Jupyter server does not know who asks, or the token is wrong",
    source,
    got: "HTTP 403",
    hint: "Give the server's token: jupyter({ url, token }). `jupyter server list` shows it.",
  });
}

function xsrfToken(): string | undefined {
  return /(?:^|; )_xsrf=([^;]*)/.exec(globalThis.document?.cookie ?? "")?.[1];
}
