import type { EditSession } from "@scrapbook/core";
import type { Paint } from "../text/paint.ts";
import { cut, visible } from "../text/visible.ts";

const decoder = new TextDecoder();

/** How much of a changed piece is shown. */
const longestPiece = 400;

/**
 * What a session would change, piece by piece: `-` goes, `+` comes, with the byte where it stands. The
 * colours are those of other programs' diffs.
 */
export function editDiff(path: string, session: EditSession, paint: Paint): string {
  const edits = session.edits();
  if (edits.length === 0) return "";
  const { original } = session;
  const pieces = edits.map(({ start, end, bytes }) =>
    [
      `${paint("cyan", `@@ byte ${start} @@`)}\n`,
      ...lines("-", original.subarray(start, end)).map((line) => `${paint("red", line)}\n`),
      ...lines("+", bytes).map((line) => `${paint("green", line)}\n`),
    ].join(""),
  );
  const heads = ["---", "+++"].map((sign) => `${paint("bold", `${sign} ${visible(path)}`)}\n`);
  return [...heads, ...pieces].join("");
}

function lines(sign: string, bytes: Uint8Array): readonly string[] {
  if (bytes.length === 0) return [];
  const shown = decoder.decode(bytes.subarray(0, longestPiece));
  const more = bytes.length > longestPiece ? `… (${bytes.length} bytes)` : "";
  const texts = shown.split(/\r?\n/).map((line) => `${sign}${cut(visible(line), 200)}`);
  return texts.map((text, i) => (i === texts.length - 1 ? text + more : text));
}
