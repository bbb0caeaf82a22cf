import ts from "typescript";

/**
 * Types that the library of an older TypeScript does not have, written as what its functions return, which every
 * version calls by its own name: `Uint8Array<ArrayBuffer>` is `Uint8Array` before 5.7, `MapIterator<T>` is
 * `IterableIterator<T>` before 5.6.
 * @param {string} text Of a `.d.ts`.
 * @returns {string}
 */
export function plainTypes(text) {
  if (!/Array<ArrayBuffer>|MapIterator</.test(text)) return text;
  const source = ts.createSourceFile("it.d.ts", text, ts.ScriptTarget.ES2022);
  /** @type {{ start: number, end: number, text: string }[]} */
  const places = [];
  source.forEachChild(visit);
  return applied(text, places);

  /** @param {ts.Node} node */
  function visit(node) {
    const plain = plainType(node, source);
    if (plain === undefined) node.forEachChild(visit);
    else places.push({ start: node.getStart(source), end: node.end, text: plain });
  }
}

/**
 * The inverse, for people who read: the types by their names.
 * @param {string} text
 * @returns {string}
 */
export const namedTypes = (text) =>
  text
    .replace(/ReturnType<(\w+Array)Constructor\["of"\]>/g, "$1<ArrayBuffer>")
    .replace(/ReturnType<ReadonlyMap<(.+?), unknown>\["keys"\]>/g, "MapIterator<$1>");

/**
 * @param {ts.Node} node
 * @param {ts.SourceFile} source
 * @returns {string | undefined}
 */
function plainType(node, source) {
  if (!ts.isTypeReferenceNode(node) && !ts.isExpressionWithTypeArguments(node)) return undefined;
  const name = (ts.isTypeReferenceNode(node) ? node.typeName : node.expression).getText(source);
  const argument = node.typeArguments?.[0]?.getText(source);
  if (argument === undefined) return undefined;
  if (name === "MapIterator") return `ReturnType<ReadonlyMap<${argument}, unknown>["keys"]>`;
  const isOwnBuffer = name.endsWith("Array") && argument === "ArrayBuffer";
  return isOwnBuffer ? `ReturnType<${name}Constructor["of"]>` : undefined;
}

/**
 * @param {string} text
 * @param {{ start: number, end: number, text: string }[]} places Ascending, disjoint.
 */
function applied(text, places) {
  let result = "";
  let end = 0;
  for (const place of places) {
    result += text.slice(end, place.start) + place.text;
    end = place.end;
  }
  return result + text.slice(end);
}
