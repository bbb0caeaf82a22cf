import ts from "typescript";

/** Methods and functions that take any number of arguments, so that people spread arrays into them. */
const variadic = new Set([
  ...["push", "unshift", "splice", "concat", "max", "min", "hypot"],
  ...["fromCharCode", "fromCodePoint", "assign", "apply"],
]);

/**
 * Where an array becomes the arguments of a call: each lies on the stack, and some 120,000 of them overflow it.
 * An array that is written out in the call has a length that can be seen.
 * @param {string} file
 * @param {string} text
 * @returns {string[]}
 */
export function spreadArguments(file, text) {
  /** @type {string[]} */
  const found = [];
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  source.forEachChild(function visit(node) {
    if (ts.isCallExpression(node) && isOverflowing(node)) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      found.push(
        `${file}:${line + 1} ${node.expression.getText()}(...): an argument for each item overflows the stack; use a loop`,
      );
    }
    node.forEachChild(visit);
  });
  return found;
}

/** @param {ts.CallExpression} call */
function isOverflowing({ expression, arguments: given }) {
  if (!ts.isPropertyAccessExpression(expression) || !variadic.has(expression.name.text)) {
    return false;
  }
  if (expression.name.text === "apply") {
    const [, items] = given;
    return items !== undefined && !ts.isArrayLiteralExpression(items) && !isOwnArguments(items);
  }
  return given.some(
    (argument) =>
      ts.isSpreadElement(argument) &&
      !ts.isArrayLiteralExpression(argument.expression) &&
      !isOwnArguments(argument.expression),
  );
}

/** `arguments` have been on the stack once: they fit. @param {ts.Expression} expression */
function isOwnArguments(expression) {
  return ts.isIdentifier(expression) && expression.text === "arguments";
}
