import { redact } from "@scrapbook/core/redact";
import { isOf, type Scheme } from "../scheme.ts";

/** The page that shows a file: `https://github.com/OWNER/REPO/blob/REF/PATH`. */
export const blobPage: RegExp =
  /^https?:\/\/github\.com\/([^/?#]+)\/([^/?#]+)\/blob\/([^/?#]+)\/([^?#]+)/i;
/** The raw file. */
export const rawFile: RegExp =
  /^https?:\/\/raw\.githubusercontent\.com\/([^/?#]+)\/([^/?#]+)\/(?:refs\/heads\/)?([^/?#]+)\/([^?#]+)/i;

/** Files on GitHub. */
export const githubScheme: Scheme = {
  name: "github",
  concurrency: 32,
  lists: false,
  matches: isOf(new RegExp(`${blobPage.source}|${rawFile.source}`, "i")),
  nameOf: redact,
  patternOf: () => undefined,
};
