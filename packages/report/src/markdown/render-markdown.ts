import MarkdownIt from "markdown-it";
import type { SafeHtml } from "../html.ts";
import { mathRule, type SetFormula } from "./math-rule.ts";
import { renderTokens } from "./render-tokens.ts";

/** Longer Markdown stands as its source: a page is no place for a book, and a parser has its limits. */
const longestText = 100_000;
/** Lists in quotes in lists: deeper is nothing that somebody wrote. */
const maxNesting = 40;

/**
 * Markdown as CommonMark and GitHub's tables have it, HTML in it as text. `undefined` where it is too
 * long. markdown-it only reads: each element on the page is made here.
 *
 * @param setFormula sets `$…$` as a formula. Without it, formulas stand as their source.
 */
export function renderMarkdownText(text: string, setFormula?: SetFormula): SafeHtml | undefined {
  if (text.length > longestText) return undefined;
  const parser = new MarkdownIt({ html: false, linkify: false, maxNesting });
  parser.inline.ruler.before("escape", "math", mathRule);
  return renderTokens(parser.parse(text, {}), setFormula);
}
