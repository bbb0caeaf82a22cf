import ts from "typescript";

/**
 * Declarations for `require`. TypeScript refuses, by the rules of `module: node16` and `node18`, to let CommonJS
 * require a module, which Node has allowed since 20.19. They name the module's own types, so both sides have the same.
 * @param {string[]} files The entries' `.d.ts`, absolute, `/`-separated.
 * @returns {{ file: string, text: string }[]} A `.d.cts` for each.
 */
export function requireTypes(files) {
  const program = ts.createProgram(files, {
    module: ts.ModuleKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    types: [],
    noEmit: true,
  });
  const checker = program.getTypeChecker();
  return files.map((file) => {
    const source = program.getSourceFile(file);
    const module = source && checker.getSymbolAtLocation(source);
    if (!module) throw new Error(`${file} exports nothing: is it built?`);
    const symbols = checker
      .getExportsOfModule(module)
      .filter(isWhole)
      .map((symbol) => ({
        name: symbol.name,
        target: symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol,
      }));
    const text = textOf(symbols, file.slice(file.lastIndexOf("/") + 1));
    return { file: file.replace(/\.d\.ts$/, ".d.cts"), text };
  });
}

/** Whether an export is not of a type alone. @param {ts.Symbol} symbol */
const isWhole = ({ declarations = [] }) =>
  !declarations.some(
    (it) => ts.isExportSpecifier(it) && (it.isTypeOnly || it.parent.parent.isTypeOnly),
  );

/**
 * @param {{ name: string, target: ts.Symbol }[]} symbols
 * @param {string} entry
 */
function textOf(symbols, entry) {
  const from = `"./${entry.replace(/\.d\.ts$/, ".js")}" with { "resolution-mode": "import" }`;
  const values = symbols.filter(({ target }) => target.flags & ts.SymbolFlags.Value);
  return [
    ...(values.length > 0 ? [`import type * as esm from ${from};`] : []),
    // Every type. Values would be types alone: they are declared below.
    `export type * from ${from};`,
    ...values.flatMap(({ name, target }) => declare(name, target)),
    "",
  ].join("\n");
}

/**
 * @param {string} name
 * @param {ts.Symbol} target
 * @returns {string[]}
 */
function declare(name, target) {
  const comment = (target.valueDeclaration && commentOf(target.valueDeclaration)) ?? [];
  const value = `export declare const ${name}: typeof esm.${name};`;
  if (!(target.flags & ts.SymbolFlags.Type)) return [...comment, value];
  if (target.declarations?.some((it) => "typeParameters" in it && it.typeParameters)) {
    throw new Error(`${name} is a value and a generic type, which require-types.mjs does not know`);
  }
  return [...comment, value, `export type ${name} = esm.${name};`];
}

/** @param {ts.Declaration} declaration */
function commentOf(declaration) {
  const [comment] = ts.getJSDocCommentsAndTags(declaration).filter(ts.isJSDoc);
  return comment && [comment.getText().replace(/\n\s*\*/g, "\n *")];
}
