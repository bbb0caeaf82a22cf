/**
 * The cycles among files that import each other at run time; `import type` makes none.
 * @param {readonly import("./imports.mjs").Import[]} imports
 * @returns {string[]} Each as `a.ts -> b.ts -> a.ts`.
 */
export function cycles(imports) {
  /** @type {Map<string, string[]>} */
  const graph = new Map();
  for (const { from, file, type } of imports) {
    if (type || file === undefined) continue;
    graph.set(from, [...(graph.get(from) ?? []), file]);
  }
  /** @type {string[]} */
  const found = [];
  const done = new Set();
  /** @type {string[]} */
  const path = [];
  const visit = (/** @type {string} */ file) => {
    const at = path.indexOf(file);
    if (at !== -1) {
      found.push([...path.slice(at), file].join(" -> "));
      return;
    }
    if (done.has(file)) return;
    path.push(file);
    for (const next of graph.get(file) ?? []) visit(next);
    path.pop();
    done.add(file);
  };
  for (const file of graph.keys()) visit(file);
  return found;
}
