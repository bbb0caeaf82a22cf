/** A piece of LaTeX as notebooks hold it: text, or a formula in its line or on a line of its own. */
export interface MathPiece {
  readonly kind: "text" | "inline" | "display";
  readonly text: string;
}

/** What may begin a formula; a `$` written `\$` and a `\\` do not. */
const opener =
  /\\[\\$]|\$\$|\$|\\\[|\\\(|\\begin\{((?:equation|align|alignat|gather|multline|eqnarray|cases|[pbvBV]?matrix)\*?)\}/g;

/**
 * Cuts LaTeX at `$…$`, `$$…$$`, `\(…\)`, `\[…\]` and environments of formulas, as MathJax does in
 * Jupyter. Looks once for an end that is not there, so that a hostile text takes no longer.
 */
export function splitMath(latex: string): readonly MathPiece[] {
  const pieces: MathPiece[] = [];
  const absent = new Set<string>();
  let at = 0;
  opener.lastIndex = 0;
  for (let match = opener.exec(latex); match !== null; match = opener.exec(latex)) {
    const closer = closerOf(match);
    if (closer === undefined || absent.has(closer)) continue;
    const from = match.index + match[0].length;
    const end = latex.indexOf(closer, from);
    if (end < 0) {
      absent.add(closer);
      continue;
    }
    if (match.index > at) pieces.push({ kind: "text", text: latex.slice(at, match.index) });
    at = end + closer.length;
    const isEnvironment = match[1] !== undefined;
    pieces.push({
      kind: match[0] === "$" || match[0] === "\\(" ? "inline" : "display",
      text: isEnvironment ? latex.slice(match.index, at) : latex.slice(from, end),
    });
    opener.lastIndex = at;
  }
  if (at < latex.length) pieces.push({ kind: "text", text: latex.slice(at) });
  return pieces;
}

/** What ends what `match` begins; `undefined` where it begins nothing. */
function closerOf([begin, environment]: RegExpExecArray): string | undefined {
  if (environment !== undefined) return `\\end{${environment}}`;
  if (begin.startsWith("$")) return begin;
  if (begin === "\\[") return "\\]";
  return begin === "\\(" ? "\\)" : undefined;
}
