/** MIME types besides `text/*` whose strings nbformat stores as arrays of lines. SPEC §13.8. */
const alsoSplit: ReadonlySet<string> = new Set(["application/javascript", "image/svg+xml"]);

/** Where Python's `splitlines` ends a line; CR LF is one end. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: some of them end lines in Python.
const lineEnd = /\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]/g;

/** Whether nbformat splits strings of this MIME type into lines when it writes a notebook. */
export function isSplitMime(mime: string): boolean {
  return mime.startsWith("text/") || alsoSplit.has(mime);
}

/** The lines of `text`, each with its end, as Python's `splitlines(True)` gives them. */
export function splitLines(text: string): string[] {
  const lines: string[] = [];
  let start = 0;
  for (const { index, 0: end } of text.matchAll(lineEnd)) {
    lines.push(text.slice(start, index + end.length));
    start = index + end.length;
  }
  if (start < text.length) lines.push(text.slice(start));
  return lines;
}
