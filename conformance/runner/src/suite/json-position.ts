/**
 * Why `text` is not JSON, with line and column, from 1. `JSON.parse` says that much only of some
 * faults and in words of its own; a case's author needs the place of each.
 */
export function explainSyntaxError(text: string): string {
  const at = findFault(text);
  const before = text.slice(0, at).split("\n");
  const place = `line ${before.length}, column ${(before.at(-1) ?? "").length + 1}`;
  const what = at >= text.length ? "it ends early" : `unexpected ${JSON.stringify(text[at])}`;
  return `it is not JSON: ${place}: ${what}`;
}

const space = /[ \t\n\r]*/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON's strings hold none of these.
const key = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const scalar = new RegExp(
  `${key.source}|-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|true|false|null`,
  "y",
);

/** The offset of the first token that cannot stand where it does; the text's length at its end. */
function findFault(text: string): number {
  let at = 0;
  const take = (token: RegExp): boolean => {
    token.lastIndex = at;
    const found = token.exec(text);
    if (found === null) return false;
    at += found[0].length;
    return true;
  };
  const takeSign = (sign: string): boolean => {
    take(space);
    if (text[at] !== sign) return false;
    at += 1;
    return true;
  };
  const takeKey = (): boolean => {
    take(space);
    return take(key) && takeSign(":");
  };
  /** The signs that close what is open. */
  const open: string[] = [];
  for (;;) {
    take(space);
    if (takeSign("{")) {
      open.push("}");
      if (!takeSign("}")) {
        if (takeKey()) continue;
        return at;
      }
      open.pop();
    } else if (takeSign("[")) {
      open.push("]");
      if (!takeSign("]")) continue;
      open.pop();
    } else if (!take(scalar)) return at;
    // A value is complete: what is open closes, or goes on after a comma.
    while (open.length > 0 && takeSign(open.at(-1) ?? "")) open.pop();
    take(space);
    if (open.length === 0 || !takeSign(",")) return at;
    if (open.at(-1) === "}" && !takeKey()) return at;
  }
}
