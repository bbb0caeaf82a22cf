import { eastAsianWidth } from "get-east-asian-width";

const segmenter = new Intl.Segmenter();

/** How many columns a terminal needs for a text without control characters. */
export function width(text: string): number {
  // Latin letters, signs such as × and the ellipsis take one each: most texts are no more than that.
  if (/^[\x20-\x7e\xa0-\xff\u2026]*$/.test(text)) return text.length;
  let columns = 0;
  for (const { segment } of segmenter.segment(text)) columns += segmentWidth(segment);
  return columns;
}

/** The longest start of a text that fits into `columns`, with an ellipsis where something is missing. */
export function fit(text: string, columns: number): string {
  if (width(text) <= columns) return text;
  let taken = "";
  let used = 0;
  for (const { segment } of segmenter.segment(text)) {
    used += segmentWidth(segment);
    if (used > columns - 1) break;
    taken += segment;
  }
  return `${taken}…`;
}

function segmentWidth(segment: string): number {
  if (/\p{Emoji_Presentation}|\ufe0f/u.test(segment)) return 2;
  // Marks that combine with what stands before them take no room of their own.
  const first = segment.replace(/^\p{Mark}+/u, "").codePointAt(0);
  return first === undefined ? 0 : eastAsianWidth(first);
}
