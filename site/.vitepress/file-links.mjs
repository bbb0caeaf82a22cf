import { posix } from "node:path";

/**
 * Makes plain text of links to files that are no page of the site: code, notebooks, folders. They lead somewhere in
 * the repository only.
 * @param {any} md The markdown-it instance.
 */
export function plainFileLinks(md) {
  md.core.ruler.push("plain_file_links", (/** @type {any} */ state) => {
    for (const block of state.tokens) {
      if (block.type !== "inline") continue;
      const open = [];
      block.children = block.children.filter((/** @type {any} */ token) => {
        if (token.type === "link_open") open.push(isPage(token.attrGet("href")));
        if (token.type === "link_close") return open.pop();
        return token.type !== "link_open" || open.at(-1);
      });
    }
  });
}

/** @param {string} href */
function isPage(href) {
  if (/^([a-z][a-z+.-]*:|#)/i.test(href)) return true;
  const extension = posix.extname(/** @type {string} */ (href.split("#")[0]));
  return extension === ".md" || extension === ".html";
}
