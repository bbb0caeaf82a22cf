import ts from "typescript";

const maxLength = 80;
const testFunctions = new Set(["test", "it", "describe", "bench"]);
const forbidden = new Set(["skip", "skipIf", "runIf", "only", "todo", "fails"]);

/**
 * What is wrong with the tests of a file: a name with "should", one that is too long, a test that is left out or
 * runs alone.
 * @param {string} file
 * @param {string} text
 * @returns {string[]}
 */
export function testProblems(file, text) {
  /** @type {string[]} */
  const found = [];
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  source.forEachChild(function visit(node) {
    if (ts.isCallExpression(node)) check(node);
    node.forEachChild(visit);
  });
  return found;

  /** @param {ts.CallExpression} call */
  function check(call) {
    const chain = names(call.expression);
    if (!testFunctions.has(chain[0] ?? "")) return;
    const say = (/** @type {string} */ problem) => {
      const { line } = source.getLineAndCharacterOfPosition(call.getStart());
      found.push(`${file}:${line + 1} ${problem}`);
    };
    const bad = chain.find((name) => forbidden.has(name));
    if (bad !== undefined) say(`${chain.join(".")}: every test runs, everywhere`);
    const [title] = call.arguments;
    if (!title || !ts.isStringLiteralLike(title)) return;
    if (/\bshould\b/i.test(title.text)) say(`"${title.text}": says "should", not what holds`);
    if (title.text.length > maxLength) say(`"${title.text}": longer than ${maxLength} characters`);
  }
}

/**
 * `test.each([...])` as `["test", "each"]`.
 * @param {ts.Expression} expression
 * @returns {string[]}
 */
function names(expression) {
  if (ts.isIdentifier(expression)) return [expression.text];
  if (ts.isPropertyAccessExpression(expression)) {
    return [...names(expression.expression), expression.name.text];
  }
  if (ts.isCallExpression(expression)) return names(expression.expression);
  if (ts.isTaggedTemplateExpression(expression)) return names(expression.tag);
  return [];
}
