import { isScrapbookError, ScrapbookError } from "@scrapbook/core";
import { conflict, type Version, type Written } from "@scrapbook/core/io";
import { hashAside, hashVersion } from "../hash-version.ts";
import { getContent, saveOf } from "./content-bytes.ts";
import type { ContentsApi, Request } from "./contents-api.ts";

/** Saves bytes, with a look before at what is there, where something is expected. */
export async function save(
  api: ContentsApi,
  request: Request,
  bytes: Uint8Array<ArrayBuffer>,
  expect: Version | "none" | undefined,
): Promise<Written> {
  const { source } = request;
  if (expect !== undefined) {
    const found = await versionAt(api, request);
    const isHeld = expect === "none" ? found === undefined : found === expect;
    if (!isHeld) throw conflict(source, found === undefined ? "no file" : "another version");
  }
  const version = await hashAside(bytes);
  try {
    await saveInFolder(api, { ...request, save: saveOf(bytes) });
  } catch (error) {
    const isLost = isScrapbookError(error) && error.code === "store-unreachable";
    if (!isLost) throw error;
    await settle(api, request, version, error);
  }
  return { version };
}

/** Finds out what became of a save whose answer was lost. */
async function settle(
  api: ContentsApi,
  request: Request,
  version: Version,
  cause: ScrapbookError,
): Promise<void> {
  const { source } = request;
  let found: Version | undefined;
  try {
    found = await versionAt(api, request);
  } catch {
    throw new ScrapbookError("store-outcome-unknown", {
      what: "The answer to a save was lost, and the server cannot be asked",
      source,
      hint: "Start the server, read the notebook again, and see whether the change is there.",
      cause,
    });
  }
  if (found === version) return;
  const hint = `Nothing was saved. ${cause.details.hint ?? ""}`;
  throw new ScrapbookError(cause.code, { ...cause.details, hint });
}

/** Saves a file, and makes the folders that it lies in where they are missing. */
async function saveInFolder(api: ContentsApi, request: Request): Promise<void> {
  try {
    await api(request);
  } catch (error) {
    const steps = request.path.split("/").slice(0, -1);
    // The server answers a missing folder with 404 or 500, which pages of other origins cannot read.
    const codes: readonly unknown[] = ["store-not-found", "store-io", "store-unreachable"];
    const maybeMissing = isScrapbookError(error) && codes.includes(error.code);
    if (!maybeMissing || steps.length === 0) throw error;
    if (!(await makeFolders(api, request, steps))) throw error;
    await api(request);
  }
}

/** Makes folders; `false` where there are all of them already. */
async function makeFolders(
  api: ContentsApi,
  { signal, source }: Request,
  steps: readonly string[],
): Promise<boolean> {
  let made = false;
  for (let depth = 1; depth <= steps.length; depth++) {
    const path = steps.slice(0, depth).join("/");
    try {
      await api({ path, source, signal, query: "content=0" });
    } catch (error) {
      if (!isScrapbookError(error) || error.code !== "store-not-found") throw error;
      await api({ path, source, signal, save: { type: "directory" } });
      made = true;
    }
  }
  return made;
}

/** The version of what is there; `undefined` where nothing is. */
async function versionAt(api: ContentsApi, request: Request): Promise<Version | undefined> {
  try {
    const { hash, hash_algorithm } = await api({ ...request, query: "type=file&content=0&hash=1" });
    if (hash && hash_algorithm === "sha256") return `sha256-${hash}`;
    return hashVersion((await getContent(api, request)).bytes);
  } catch (error) {
    if (isScrapbookError(error) && error.code === "store-not-found") return undefined;
    throw error;
  }
}
