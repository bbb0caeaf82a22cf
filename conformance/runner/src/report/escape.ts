/** `text` as text or as an attribute's value in HTML, XML and SVG. */
export function escapeMarkup(text: string): string {
  return withoutControls(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** `text` in a cell of a Markdown table. */
export function escapeCell(text: string): string {
  return escapeMarkup(text).replaceAll("|", "\\|").replaceAll(/\s+/g, " ");
}

/** XML has no way to write most control characters and no lone surrogate: they become U+FFFD. */
function withoutControls(text: string): string {
  return text.replaceAll(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML cannot hold.
    /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
    "\uFFFD",
  );
}
