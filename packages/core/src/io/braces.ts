import { ScrapbookError } from "../error/error.ts";

/** More patterns than this come of no honest glob. */
const mostPatterns = 1_000;

/**
 * The patterns that a glob with braces stands for: `{a,b}/*.ipynb` is `a/*.ipynb` and `b/*.ipynb`.
 * Braces may lie in braces; without a comma, or without an end, they are plain.
 *
 * @throws `usage-argument` for more than 1,000 patterns.
 */
export function expandBraces(pattern: string): readonly string[] {
  const done: string[] = [];
  const open = [pattern];
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    const brace = firstBrace(one);
    if (brace === undefined) done.push(one);
    else {
      const { start, end, choices } = brace;
      const [before, after] = [one.slice(0, start), one.slice(end + 1)];
      for (const choice of [...choices].reverse()) open.push(before + choice + after);
    }
    if (done.length + open.length > mostPatterns) {
      throw new ScrapbookError("usage-argument", {
        what: "The braces of a pattern stand for too many patterns",
        expected: `at most ${mostPatterns}`,
      });
    }
  }
  return done;
}

interface Brace {
  readonly start: number;
  readonly end: number;
  readonly choices: readonly string[];
}

/** The first `{…,…}` that is closed and has a comma of its own. */
function firstBrace(pattern: string): Brace | undefined {
  const open: { readonly start: number; commas: number[] }[] = [];
  let found: Brace | undefined;
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern[at];
    if (character === "\\") at++;
    else if (character === "{") open.push({ start: at, commas: [] });
    else if (character === ",") open.at(-1)?.commas.push(at);
    else if (character === "}") {
      const brace = open.pop();
      if (brace === undefined || brace.commas.length === 0) continue;
      if (found === undefined || brace.start < found.start) {
        found = { start: brace.start, end: at, choices: choicesOf(pattern, brace, at) };
      }
    }
  }
  return found;
}

function choicesOf(
  pattern: string,
  { start, commas }: { readonly start: number; readonly commas: readonly number[] },
  end: number,
): readonly string[] {
  const ends = [...commas, end];
  return ends.map((to, index) => pattern.slice((ends[index - 1] ?? start) + 1, to));
}
