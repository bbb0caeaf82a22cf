import { escapeHtml } from "../html.ts";

const reference = /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([a-zA-Z][a-zA-Z0-9]{0,31}));/g;

/**
 * Text with character references as markup: numbers are decoded and escaped again, names stay, since
 * a reference with a name is never anything but text, and everything else is escaped.
 */
export function normaliseText(text: string): string {
  let markup = "";
  let at = 0;
  for (const match of text.matchAll(reference)) {
    const [whole, decimal, hexadecimal, name] = match;
    markup += escapeHtml(text.slice(at, match.index));
    markup += name === undefined ? escapeHtml(characterOf(decimal, hexadecimal)) : `&${name};`;
    at = match.index + whole.length;
  }
  return markup + escapeHtml(text.slice(at));
}

function characterOf(decimal: string | undefined, hexadecimal: string | undefined): string {
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? "", 16) : Number(decimal);
  return code <= 0x10ffff ? String.fromCodePoint(code) : "\ufffd";
}
