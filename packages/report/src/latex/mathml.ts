import { type SafeHtml, trustedHtml } from "../html.ts";
import { tokenise } from "../table-html/tokenise.ts";

/** MathML Core, and the `span` that numbers an equation. */
const elements: ReadonlySet<string> = new Set(
  (
    "math menclose merror mfrac mi mlabeledtr mmultiscripts mn mo mover mpadded mphantom mprescripts " +
    "mroot mrow ms mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover none span"
  ).split(" "),
);

/** Attributes that change looks alone: no address, no name, no handler. */
const attributes: ReadonlySet<string> = new Set(
  (
    "accent accentunder class columnalign columnlines columnspacing columnspan depth dir display " +
    "displaystyle fence form frame height largeop linethickness lspace mathbackground mathcolor " +
    "mathsize mathvariant maxsize minsize movablelimits notation rowalign rowlines rowspacing rowspan " +
    "rspace scriptlevel separator stretchy style symmetric voffset width"
  ).split(" "),
);

/** No value needs more than words, numbers, sizes and colours; none holds an address. */
const plainValue = /^[\w\s.,:;%#()+*/-]*$/;

/**
 * MathML as a library wrote it, where it holds formulas and nothing else; `undefined` otherwise. The
 * library is trusted to typeset, not to keep a hostile formula out.
 */
export function checkMathMl(markup: string): SafeHtml | undefined {
  const tokens = tokenise(markup);
  if (tokens === undefined) return undefined;
  const open: string[] = [];
  for (const token of tokens) {
    if (token.kind === "style") return undefined;
    if (token.kind === "start") {
      if (!elements.has(token.name) || !hasPlainAttributes(token.attributes)) return undefined;
      open.push(token.name);
    } else if (token.kind === "end" && open.pop() !== token.name) return undefined;
  }
  return open.length === 0 ? trustedHtml(markup) : undefined;
}

function hasPlainAttributes(given: ReadonlyMap<string, string>): boolean {
  for (const [name, value] of given) {
    if (!attributes.has(name) || !plainValue.test(value)) return false;
    if (/url|expression|image|import|position|var\(|attr\(/i.test(value)) return false;
  }
  return true;
}
