import type { SafeHtml } from "../html.ts";

/** What sets Markdown and LaTeX, loaded only where a page needs it: both are large. */
export interface Renderers {
  readonly markdown?: (text: string) => SafeHtml | undefined;
  readonly latex?: (text: string) => SafeHtml | undefined;
  /** Makes HTML safe to stand in a page that has a DOM; `undefined` where something would be lost. */
  readonly html?: (markup: string) => SafeHtml | undefined;
}

/** Loads what the MIME types need: nothing for most pages. */
export async function loadRenderers(mimes: ReadonlySet<string>): Promise<Renderers> {
  const needsMarkdown = mimes.has("text/markdown");
  const [markdown, latex] = await Promise.all([
    needsMarkdown ? import("../markdown/render-markdown.ts") : undefined,
    // Markdown in notebooks holds formulas.
    needsMarkdown || mimes.has("text/latex") ? import("../latex/render-latex.ts") : undefined,
  ]);
  return {
    ...(markdown && {
      markdown: (text: string) => markdown.renderMarkdownText(text, latex?.renderFormula),
    }),
    ...(latex && { latex: latex.renderLatexText }),
  };
}
