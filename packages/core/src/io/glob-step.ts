import { ScrapbookError } from "../error/error.ts";

/** Tells whether a name fits one step of a glob: the part between two slashes. */
export type StepMatcher = (name: string) => boolean;

/** One character of a step, a set of characters, or `"*"`: any number of any. */
type Token = "*" | ((character: string) => boolean);

/**
 * Compiles one step: `*` is any number of characters, `?` is one, `[a-z]` one of these, `[!a-z]`
 * one but these, `\` makes the next character plain. Time is the product of both lengths at worst.
 *
 * @throws `usage-argument` where a `[` is not closed.
 */
export function compileStep(step: string): StepMatcher {
  const tokens = tokensOf(Array.from(step));
  return (name) => matches(tokens, Array.from(name));
}

/** Goes back only to the last `*`: that one could always take one character more. */
function matches(tokens: readonly Token[], name: readonly string[]): boolean {
  let [token, at, star, starAt] = [0, 0, -1, 0];
  while (at < name.length) {
    const wanted = tokens[token];
    if (wanted === "*") {
      star = token++;
      starAt = at;
    } else if (wanted?.(name[at] as string)) {
      token++;
      at++;
    } else if (star >= 0) {
      token = star + 1;
      at = ++starAt;
    } else return false;
  }
  while (tokens[token] === "*") token++;
  return token === tokens.length;
}

function tokensOf(step: readonly string[]): readonly Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < step.length; at++) {
    const character = step[at] as string;
    if (character === "*") {
      if (tokens.at(-1) !== "*") tokens.push("*");
    } else if (character === "?") tokens.push(() => true);
    else if (character === "[") {
      const end = endOfSet(step, at);
      tokens.push(setOf(step.slice(at + 1, end)));
      at = end;
    } else {
      const plain = character === "\\" ? (step[++at] ?? "\\") : character;
      tokens.push((found) => found === plain);
    }
  }
  return tokens;
}

/** Where the `]` of a set stands; one that comes first is part of the set. */
function endOfSet(step: readonly string[], start: number): number {
  const first = step[start + 1] === "!" || step[start + 1] === "^" ? start + 2 : start + 1;
  const end = step.indexOf("]", first + 1);
  if (end >= 0) return end;
  throw new ScrapbookError("usage-argument", {
    what: "A pattern has a [ that is not closed",
    hint: "Write \\[ for the character itself.",
  });
}

function setOf(set: readonly string[]): Token {
  const isNegated = set[0] === "!" || set[0] === "^";
  const members = isNegated ? set.slice(1) : set;
  const ranges: (readonly [from: string, to: string])[] = [];
  for (let at = 0; at < members.length; at++) {
    const from = members[at] as string;
    const isRange = members[at + 1] === "-" && at + 2 < members.length;
    ranges.push([from, isRange ? (members[at + 2] as string) : from]);
    if (isRange) at += 2;
  }
  const point = (character: string): number => character.codePointAt(0) as number;
  return (found) =>
    ranges.some(([from, to]) => point(from) <= point(found) && point(found) <= point(to)) !==
    isNegated;
}
