import { posix } from "node:path";

/**
 * A README whose links to files outside its folder are addresses of the repository. Pictures are asked for as files,
 * everything else as pages.
 * @param {string} markdown
 * @param {string} folder The README's, relative to the repository's root: `packages/core`.
 * @param {string} web The repository's page.
 */
export function withAddresses(markdown, folder, web) {
  return markdown.replace(/(!?\[[^\]\n]*\]\()(\.\.\/[^)\s]+)/g, (_, start, target) => {
    const kind = start.startsWith("!") ? "raw" : "blob";
    return `${start}${web}/${kind}/main/${posix.join(folder, target)}`;
  });
}
