import { ScrapbookError } from "@scrapbook/core";
import { redact } from "@scrapbook/core/io";
import { blobPage, rawFile } from "./scheme.ts";

/** A file at a branch, tag or commit of a repository. */
export interface GithubAddress {
  readonly owner: string;
  readonly repo: string;
  readonly ref: string;
  readonly path: string;
  /** Whether the address was that of the raw file, which needs no API where it is public. */
  readonly isRaw: boolean;
}

/** Takes the address apart as papermill does: a ref has no slash. @throws `usage-argument`. */
export function githubAddress(location: string): GithubAddress {
  const isRaw = rawFile.test(location);
  const parts = (isRaw ? rawFile : blobPage).exec(location)?.slice(1).map(decoded);
  const [owner, repo, ref, path] = parts ?? [];
  const names = [owner, repo, ...(path?.split("/") ?? [])];
  if (owner && repo && ref && path && names.every((name) => name !== "." && name !== "..")) {
    return { owner, repo, ref, path, isRaw };
  }
  throw new ScrapbookError("usage-argument", {
    what: "This is no address of a file on GitHub",
    source: redact(location).slice(0, 80),
    expected: "https://github.com/OWNER/REPO/blob/REF/PATH",
  });
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
