import ts from "typescript";

/**
 * The names that a built module exports.
 * @param {string} text Of a `.js`, whose exports stand in lists, as bundlers write them.
 * @returns {Set<string>}
 */
export function exportedNames(text) {
  return new Set(
    specifiers(ts.createSourceFile("it.js", text, ts.ScriptTarget.ES2022)).map(
      ({ name }) => name.text,
    ),
  );
}

/**
 * Marks as types what the module does not export. The bundler of declarations drops that word, and then
 * `import { Notebook }` compiles and fails when it runs.
 * @param {string} text Of an entry's `.d.ts`.
 * @param {ReadonlySet<string>} values What its module exports.
 * @returns {string}
 */
export function markTypes(text, values) {
  const source = ts.createSourceFile("it.d.ts", text, ts.ScriptTarget.ES2022);
  let result = text;
  for (const specifier of specifiers(source).reverse()) {
    if (specifier.isTypeOnly || values.has(specifier.name.text)) continue;
    const start = specifier.getStart(source);
    result = `${result.slice(0, start)}type ${result.slice(start)}`;
  }
  return result;
}

/**
 * Those of `export { … }` and `export { … } from`, but for `export type { … }`.
 * @param {ts.SourceFile} source
 */
const specifiers = (source) =>
  source.statements
    .filter(ts.isExportDeclaration)
    .filter(({ isTypeOnly }) => !isTypeOnly)
    .flatMap(({ exportClause }) =>
      exportClause !== undefined && ts.isNamedExports(exportClause)
        ? [...exportClause.elements]
        : [],
    );
