/** Elements that show something though they hold no text. */
const shown = /^<(?:img|svg|picture|math|hr|input|progress|meter|table)[\s/>]/i;
/** Elements whose text is not shown. */
const hidden = /^<(script|style|title|template|head)[\s/>]/i;

/** Whether HTML shows anything where no script runs. One pass: it may be hostile. */
export function showsWithoutScript(markup: string): boolean {
  let at = 0;
  while (at < markup.length) {
    const start = markup.indexOf("<", at);
    if (/[^\s\u00a0]/.test(markup.slice(at, start < 0 ? undefined : start))) return true;
    if (start < 0) return false;
    const tag = markup.slice(start, start + 12);
    if (shown.test(tag) || !/^<[a-z/!?]/i.test(tag)) return true;
    at = endOf(markup, start, tag);
  }
  return false;
}

/** Where what starts at `start` ends: a comment, a hidden element, or a tag. */
function endOf(markup: string, start: number, tag: string): number {
  if (tag.startsWith("<!--")) return after(markup, "-->", start + 4);
  const name = hidden.exec(tag)?.[1];
  if (name === undefined) return after(markup, ">", start + 1);
  const end = new RegExp(`</${name}(?=[\\s/>])`, "gi");
  end.lastIndex = start;
  return end.exec(markup) === null ? markup.length : after(markup, ">", end.lastIndex);
}

function after(markup: string, mark: string, from: number): number {
  const index = markup.indexOf(mark, from);
  return index < 0 ? markup.length : index + mark.length;
}
