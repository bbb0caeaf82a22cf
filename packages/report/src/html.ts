/**
 * Markup that may stand in a page as it is. Only {@link html} and {@link trustedHtml} make it, so
 * that text from a notebook cannot become markup by mistake: the compiler asks for this type.
 */
export class SafeHtml {
  readonly #markup: string;

  /** @internal Use {@link html}. */
  constructor(markup: string) {
    this.#markup = markup;
  }

  toString(): string {
    return this.#markup;
  }
}

/** What {@link html} takes between its pieces. Nothing stands for `undefined` and `false`. */
export type HtmlPart =
  | SafeHtml
  | string
  | number
  | bigint
  | undefined
  | false
  | readonly HtmlPart[];

/**
 * Markup with its holes escaped, in text and in attributes that stand in quotes: the only two places
 * where a hole may be. A hole that is already {@link SafeHtml} stays as it is.
 */
export function html(pieces: TemplateStringsArray, ...parts: readonly HtmlPart[]): SafeHtml {
  let markup = pieces[0] as string;
  for (const [index, part] of parts.entries()) markup += toMarkup(part) + pieces[index + 1];
  return new SafeHtml(markup);
}

/**
 * Markup that somebody has made sure of: constants of this package, and what `table-html/` built
 * from checked tokens.
 */
export function trustedHtml(markup: string): SafeHtml {
  return new SafeHtml(markup);
}

/**
 * Text as it may stand in markup and in quoted attributes. Control characters become their pictures
 * (`␛`), since HTML cannot hold all of them; lone surrogates become U+FFFD, since UTF-8 cannot.
 */
export function escapeHtml(text: string): string {
  return text.replace(special, escapeCharacter);
}

const special = /[&<>"']|\p{Surrogate}|(?![\t\n\r])\p{Cc}/gu;

const entities: ReadonlyMap<string, string> = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
  ["'", "&#39;"],
]);

function escapeCharacter(character: string): string {
  const entity = entities.get(character);
  if (entity !== undefined) return entity;
  const code = character.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? "\u2421" : "\ufffd";
}

function toMarkup(part: HtmlPart): string {
  if (part instanceof SafeHtml) return part.toString();
  if (part === undefined || part === false) return "";
  if (typeof part === "object") return part.map(toMarkup).join("");
  return escapeHtml(String(part));
}
