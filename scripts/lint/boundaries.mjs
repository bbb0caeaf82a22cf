/**
 * Which packages may be imported by which, beside their own files; `core` imports none.
 * What a test, or what a folder `testing` keeps for tests, imports is its own business, but for `conformance/`, which is nobody's.
 * @type {Record<string, readonly string[]>}
 */
const allowed = {
  core: [],
  cli: ["core", "node-io", "report", "encoders-pandas"],
};
const others = ["core"];

/**
 * Imported by scheme, lazily: the only import of a sibling that may be missing at run time.
 * @type {Record<string, readonly string[]>}
 */
const lazy = { "node-io": ["cloud-io"] };

/**
 * What DESIGN calls the module rules: which import crosses a boundary that it may not cross.
 * @param {readonly import("./imports.mjs").Import[]} imports Only those of a package's `src` are looked at.
 * @returns {string[]}
 */
export function crossings(imports) {
  return imports.flatMap(({ from, specifier, file }) => {
    const owner = packageOf(from);
    if (owner === undefined) return [];
    const isTest = /\.test\.ts$|\/testing\//.test(from);
    if (file !== undefined) {
      if (file.startsWith(`packages/${owner}/`)) return [];
      if (isTest && !file.startsWith("packages/") && !file.startsWith("conformance/")) return [];
      return [`${from} imports ${specifier}, a file outside its package`];
    }
    const sibling = /^@scrapbook\/([^/]+)/.exec(specifier)?.[1];
    if (sibling === "conformance") return [`${from} imports ${specifier}: nothing here may`];
    if (isTest) return [];
    if (sibling === undefined) {
      return owner === "core" ? [`${from} imports ${specifier}: core imports nothing`] : [];
    }
    const may = [...(allowed[owner] ?? others), ...(lazy[owner] ?? []), owner];
    return may.includes(sibling) ? [] : [`${from} imports ${specifier}: it may not`];
  });
}

/** @param {string} file */
const packageOf = (file) => /^packages\/([^/]+)\/src\//.exec(file)?.[1];
