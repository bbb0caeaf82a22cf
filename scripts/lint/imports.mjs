import { readFileSync } from "node:fs";
import { posix } from "node:path";
import ts from "typescript";
import { root } from "../lib/root.mjs";

/**
 * @typedef {object} Import
 * @property {string} from The importing file, relative to the root.
 * @property {string} specifier As written.
 * @property {string | undefined} file The imported file of this repository; undefined for packages.
 * @property {boolean} type Whether it is gone at run time (`import type`).
 */

/**
 * What a file imports, statically or not.
 * @param {string} from Relative to the root.
 * @param {string} [text] Its text, where it is not to be read.
 * @returns {Import[]}
 */
export function importsOf(from, text = readFileSync(root + from, "utf8")) {
  /** @type {Import[]} */
  const found = [];
  const add = (/** @type {ts.Node | undefined} */ node, /** @type {boolean} */ type) => {
    if (!node || !ts.isStringLiteralLike(node)) return;
    const specifier = node.text;
    const file = specifier.startsWith(".") ? posix.join(posix.dirname(from), specifier) : undefined;
    found.push({ from, specifier, file, type });
  };
  ts.createSourceFile(from, text, ts.ScriptTarget.Latest, true).forEachChild(function visit(node) {
    if (ts.isImportDeclaration(node)) {
      add(node.moduleSpecifier, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword);
    } else if (ts.isExportDeclaration(node)) {
      add(node.moduleSpecifier, node.isTypeOnly);
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      add(node.argument.literal, true);
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node.arguments[0], false);
    }
    node.forEachChild(visit);
  });
  return found;
}
