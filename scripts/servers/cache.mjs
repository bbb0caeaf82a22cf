import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

/** Where servers are kept between clones: `SCRAPBOOK_SERVERS`, or the user's cache. */
function cacheRoot() {
  const { SCRAPBOOK_SERVERS, XDG_CACHE_HOME } = process.env;
  return (
    SCRAPBOOK_SERVERS || join(XDG_CACHE_HOME || join(homedir(), ".cache"), "scrapbook-servers")
  );
}

/**
 * @param {string} name
 * @param {string} version
 */
export const cacheFolder = (name, version) => join(cacheRoot(), `${name}-${version}`);

/**
 * Fills a cache folder, once: it is filled beside its place and renamed, so half an installation is never used.
 * @param {string} folder
 * @param {(folder: string) => Promise<boolean>} fill
 * @returns {Promise<boolean>} Whether it is there now.
 */
export async function fillOnce(folder, fill) {
  if (existsSync(folder)) return true;
  const temporary = `${folder}.${process.pid}.part`;
  mkdirSync(temporary, { recursive: true });
  try {
    if (!(await fill(temporary))) return false;
    // Somebody else may have been faster; theirs is as good.
    if (!existsSync(folder)) renameSync(temporary, folder);
    return true;
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}
