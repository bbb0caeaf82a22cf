/**
 * Text from a notebook, made safe for a terminal and for one line of a table: control characters,
 * escape sequences, line ends, and what turns the direction of text are shown, never obeyed.
 */
export function visible(text: string): string {
  return text.replace(hidden, (character) => {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x20) return String.fromCharCode(0x2400 + code);
    if (code === 0x7f) return "␡";
    return `⟨U+${code.toString(16).toUpperCase().padStart(4, "0")}⟩`;
  });
}

/** The same for text of several lines: its line ends and tabs stay. */
export function visibleLines(text: string): string {
  return text.replace(/[^\t\n]+/g, visible);
}

/** Text cut to `length` characters, with an ellipsis where something is missing. */
export function cut(text: string, length: number): string {
  const characters = [...text.slice(0, length * 2 + 2)];
  return characters.length <= length && text.length <= length * 2 + 2
    ? text
    : `${characters.slice(0, length - 1).join("")}…`;
}

// Controls, line and paragraph separators, halves of surrogate pairs, and what steers text unseen: marks
// of direction, zero-width characters, tags. Joiners stay: Persian and emoji are written with them.
const hidden = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]|(?![\u200c\u200d])\p{Cf}/gu;
