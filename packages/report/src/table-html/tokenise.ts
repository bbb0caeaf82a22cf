import type { Token } from "./token.ts";

/** More is no table that a page could hold. */
const mostTokens = 1_000_000;

const textRun = /[^<]+/y;
const endTag = /<\/([a-zA-Z][a-zA-Z0-9]*)[ \t\n\r\f]*>/y;
const startTag = /<([a-zA-Z][a-zA-Z0-9]*)/y;
/** White space, a name, and a value in either quotes, in none, or absent. No value holds `<` or `>`. */
const attribute =
  /[ \t\n\r\f]+([a-zA-Z][a-zA-Z0-9-]*)(?:[ \t\n\r\f]*=[ \t\n\r\f]*(?:"([^"<>]*)"|'([^'<>]*)'|([a-zA-Z0-9_.%#-]+)))?/y;
const tagEnd = /[ \t\n\r\f]*\/?>/y;
const styleEnd = /<\/style[ \t\n\r\f]*>/gi;

/**
 * Cuts HTML into tokens. Knows only what well-formed tables are written with, and gives `undefined`
 * for everything else: comments, doctypes, CDATA, stray `<`, duplicate attributes. Where a browser
 * would have to guess, this does not.
 */
export function tokenise(markup: string): readonly Token[] | undefined {
  const tokens: Token[] = [];
  let at = 0;
  while (at < markup.length && tokens.length < mostTokens) {
    const step = readText(markup, at) ?? readEndTag(markup, at) ?? readStartTag(markup, at);
    if (step === undefined) return undefined;
    tokens.push(step.token);
    at = step.end;
  }
  return at < markup.length ? undefined : tokens;
}

interface Step {
  readonly token: Token;
  readonly end: number;
}

function readText(markup: string, at: number): Step | undefined {
  const match = matchAt(textRun, markup, at);
  return match && { token: { kind: "text", text: match[0] }, end: textRun.lastIndex };
}

function readEndTag(markup: string, at: number): Step | undefined {
  const match = matchAt(endTag, markup, at);
  return match && { token: { kind: "end", name: nameOf(match) }, end: endTag.lastIndex };
}

function readStartTag(markup: string, at: number): Step | undefined {
  const match = matchAt(startTag, markup, at);
  if (match === undefined) return undefined;
  const name = nameOf(match);
  const attributes = new Map<string, string>();
  let end = startTag.lastIndex;
  for (;;) {
    const found = matchAt(attribute, markup, end);
    if (found === undefined) break;
    const key = nameOf(found);
    if (attributes.has(key)) return undefined;
    attributes.set(key, found[2] ?? found[3] ?? found[4] ?? "");
    end = attribute.lastIndex;
  }
  if (matchAt(tagEnd, markup, end) === undefined) return undefined;
  return name === "style"
    ? readStyle(markup, tagEnd.lastIndex)
    : { token: { kind: "start", name, attributes }, end: tagEnd.lastIndex };
}

/** A style element's content is raw: it ends where its end tag stands, whatever comes before. */
function readStyle(markup: string, at: number): Step | undefined {
  styleEnd.lastIndex = at;
  const match = styleEnd.exec(markup);
  if (match === null) return undefined;
  const css = markup.slice(at, match.index);
  return { token: { kind: "style", css }, end: styleEnd.lastIndex };
}

/** `pattern` matched exactly at `at`; its `lastIndex` is then the match's end. */
function matchAt(pattern: RegExp, markup: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(markup) ?? undefined;
}

function nameOf(match: RegExpExecArray): string {
  return (match[1] as string).toLowerCase();
}
