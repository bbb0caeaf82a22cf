import type { Token } from "markdown-it";
import { html, type SafeHtml, trustedHtml } from "../html.ts";
import { visibleText } from "../visible-text.ts";
import { renderLinkEnd, renderLinkStart } from "./link.ts";
import type { SetFormula } from "./math-rule.ts";

/** Pairs of tokens, and the element that stands for them. Headings are below the page's own. */
const elements: ReadonlyMap<string, string> = new Map([
  ["paragraph", "p"],
  ["blockquote", "blockquote"],
  ["bullet_list", "ul"],
  ["ordered_list", "ol"],
  ["list_item", "li"],
  ["table", "table"],
  ["thead", "thead"],
  ["tbody", "tbody"],
  ["tr", "tr"],
  ["th", "th"],
  ["td", "td"],
  ["em", "em"],
  ["strong", "strong"],
  ["s", "s"],
]);

/** markdown-it's tokens as markup. An element that is not known here stands as its text. */
export function renderTokens(tokens: readonly Token[], setFormula?: SetFormula): SafeHtml {
  return html`${tokens.map((token) => renderToken(token, setFormula))}`;
}

function renderToken(token: Token, setFormula: SetFormula | undefined): SafeHtml {
  const { type, content, children } = token;
  switch (type) {
    case "inline":
      return renderTokens(children ?? [], setFormula);
    case "text":
      return html`${content}`;
    case "softbreak":
      return html`\n`;
    case "hardbreak":
      return html`<br>`;
    case "hr":
      return html`<hr>`;
    case "code_inline":
      return html`<code>${content}</code>`;
    case "code_block":
    case "fence":
      return html`<pre class="kept" tabindex="0">${content}</pre>`;
    case "math":
      return setFormula?.(content, token.markup === "$$") ?? html`<code>${content}</code>`;
    case "image":
      return renderPicture(token);
    case "link_open":
      return renderLinkStart(String(token.attrGet("href") ?? ""));
    case "link_close":
      return renderLinkEnd();
    default:
      return renderElement(token) ?? html`${content}`;
  }
}

function renderElement({ type, tag, nesting, hidden, attrs }: Token): SafeHtml | undefined {
  const name = type.replace(/_(open|close)$/, "");
  const element = name === "heading" ? headingOf(tag) : elements.get(name);
  if (element === undefined || nesting === 0) return undefined;
  if (hidden) return html``;
  if (nesting < 0) return trustedHtml(`</${element}>`);
  return trustedHtml(`<${element}${attributesOf(element, attrs)}>`);
}

/** `h1` is the page's, `h2` the notebook's. */
function headingOf(tag: string): string {
  return `h${Math.min(Number(tag.slice(1)) + 2, 6)}`;
}

function attributesOf(element: string, attributes: Token["attrs"]): string {
  for (const [name, given] of attributes ?? []) {
    const value = String(given);
    const alignment = name === "style" ? /^text-align:(left|right|center)$/.exec(value)?.[1] : "";
    if (alignment) return ` class="to-${alignment}"`;
    if (element === "ol" && name === "start" && /^\d{1,9}$/.test(value)) return ` start="${value}"`;
  }
  return element === "table" ? ' class="data"' : "";
}

/** A picture that stands in the text is shown; one from elsewhere is told, as nothing is loaded. */
function renderPicture(token: Token): SafeHtml {
  const source = String(token.attrGet("src") ?? "");
  const alt = visibleText((token.children ?? []).map(({ content }) => content).join(""));
  return /^data:image\/(?:png|gif|jpeg|webp);base64,[A-Za-z0-9+/=]+$/.test(source)
    ? html`<img alt="${alt}" src="${source}" loading="lazy" decoding="async">`
    : html`<span class="quiet">[picture${alt !== "" && html`: ${alt}`}]</span>`;
}
