import type { StateInline } from "markdown-it";
import type { SafeHtml } from "../html.ts";

/** Sets a formula; `undefined` where it cannot. */
export type SetFormula = (latex: string, displayMode: boolean) => SafeHtml | undefined;

const formula = /\$\$([^$]{1,2000})\$\$|\$([^\s$](?:[^$\n]{0,500}[^\s$\\])?)\$(?!\d)/y;

/** `$…$` and `$$…$$` in Markdown, as Jupyter reads them: nothing in a formula is Markdown. */
export function mathRule(state: StateInline, silent: boolean): boolean {
  if (state.src[state.pos] !== "$") return false;
  formula.lastIndex = state.pos;
  const match = formula.exec(state.src);
  if (match === null) return false;
  if (!silent) {
    const token = state.push("math", "", 0);
    token.content = match[1] ?? match[2] ?? "";
    token.markup = match[1] === undefined ? "$" : "$$";
  }
  state.pos += match[0].length;
  return true;
}
