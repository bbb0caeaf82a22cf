import temml from "temml";
import { html, type SafeHtml } from "../html.ts";
import { checkMathMl } from "./mathml.ts";
import { splitMath } from "./split-math.ts";

/** A longer formula stands as its source: none that somebody reads is. */
const longestFormula = 10_000;
/** More formulas in one text stand as their source. */
const mostFormulas = 500;
/** Markup of all formulas of one text. */
const longestMarkup = 500_000;

/**
 * LaTeX as MathML: what browsers draw without script and fonts of ours. `undefined` where there is no
 * formula in it; a formula that cannot be set stands as its source.
 */
export function renderLatexText(latex: string): SafeHtml | undefined {
  const pieces = splitMath(latex);
  const formulas = pieces.filter(({ kind }) => kind !== "text");
  if (formulas.length === 0 || formulas.length > mostFormulas) return undefined;
  let left = longestMarkup;
  const parts = pieces.map(({ kind, text }) => {
    if (kind === "text") return html`${text}`;
    const formula = left > 0 ? renderFormula(text, kind === "display") : undefined;
    left -= formula?.toString().length ?? 0;
    return formula ?? html`<code>${text}</code>`;
  });
  return html`<div class="latex">${parts}</div>`;
}

/** One formula; `undefined` where temml cannot set it, or sets more than MathML. */
export function renderFormula(latex: string, displayMode: boolean): SafeHtml | undefined {
  if (latex.length > longestFormula) return undefined;
  try {
    return checkMathMl(
      temml.renderToString(latex, {
        displayMode,
        trust: false,
        throwOnError: true,
        maxExpand: 500,
        maxSize: [50, 50],
      }),
    );
  } catch {
    // ParseError for what is no formula; RangeError for braces a thousand deep.
    return undefined;
  }
}
