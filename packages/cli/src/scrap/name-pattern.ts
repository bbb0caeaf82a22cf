/**
 * Whether a name fits one of some patterns: `*` stands for any text, `?` for one character, all else
 * for itself, and what follows a backslash too. Without patterns every name fits.
 */
export function matcher(patterns: readonly string[] | undefined): (name: string) => boolean {
  if (patterns === undefined) return () => true;
  return (name) => patterns.some((pattern) => fits(stepsOf(pattern), [...name]));
}

/** A pattern's steps: what stands for itself is a character with a backslash in front. */
function stepsOf(pattern: string): string[] {
  return (pattern.match(/\\?./gsu) ?? []).map((step) =>
    step === "*" || step === "?" || (step.length > 1 && step.startsWith("\\")) ? step : `\\${step}`,
  );
}

/** In time that grows with both lengths multiplied, whatever the pattern. */
function fits(pattern: readonly string[], name: readonly string[]): boolean {
  let at = 0;
  let place = 0;
  let star = -1;
  let resume = 0;
  while (place < name.length) {
    if (pattern[at] === "*") {
      star = at++;
      resume = place;
    } else if (pattern[at] === "?" || pattern[at] === `\\${name[place]}`) {
      at++;
      place++;
    } else if (star !== -1) {
      at = star + 1;
      place = ++resume;
    } else return false;
  }
  while (pattern[at] === "*") at++;
  return at === pattern.length;
}
