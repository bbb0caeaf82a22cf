import { decodeText } from "../encoder/text.ts";
import { parseJson } from "../json/parse.ts";
import type { Scrap } from "./scrap.ts";

/** Longer texts are cut. SPEC §14.4. */
const longest = 102;

/** How much of a longer text is left, before `...`. SPEC §14.4. */
const kept = 100;

/** A scrap's data on one line, as a report shows it: at most 103 code points. SPEC §14.4. */
export function shortText(scrap: Scrap): string {
  const start = firstCodePoints(fullText(scrap), longest + 1);
  return start.length > longest ? `${start.slice(0, kept).join("")}...` : start.join("");
}

function fullText(scrap: Scrap): string {
  const result = scrap.tryData();
  if (result.ok && typeof result.value === "string") return result.value;
  const { rawText = "", encoder } = scrap;
  // A string that json decoded to something else is JSON text itself. SPEC §4.2.
  const isInner = result.ok && encoder === "json" && rawText.startsWith('"');
  const text = isInner ? (parseJson(rawText) as string).trim() : rawText;
  if (/^[[{]/.test(text)) return onOneLine(text);
  return /^["n]/.test(text) ? text : decodeText(parseJson(text), text);
}

/** The tokens of an array or object, with one space after commas and colons. */
function onOneLine(json: string): string {
  let text = "";
  for (const [token] of json.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]|[,:]|[^\s",:[\]{}]+/g)) {
    text += token === "," || token === ":" ? `${token} ` : token;
    // Code points are two units at most: what follows is cut in any case.
    if (text.length > 2 * longest + 2) break;
  }
  return text;
}

function firstCodePoints(text: string, count: number): string[] {
  return [...text.slice(0, 2 * count)].slice(0, count);
}
