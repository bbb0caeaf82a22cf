/** Names longer than this are not compared: a hostile notebook must not buy quadratic time. */
const longestCompared = 64;
/** More names than this are not looked through. */
const mostCompared = 1_000;
/** How many suggestions a message can bear. */
const mostSuggested = 3;

/** Up to three of `names` that `name` may have meant, nearest first. */
export function nearNames(name: string, names: Iterable<string>): readonly string[] {
  if (name.length > longestCompared) return [];
  const wanted = name.toLowerCase();
  const near: { name: string; distance: number }[] = [];
  let compared = 0;
  for (const candidate of names) {
    if (++compared > mostCompared) break;
    if (candidate.length > longestCompared) continue;
    const distance = editDistance(wanted, candidate.toLowerCase());
    if (distance <= Math.max(1, Math.floor(wanted.length / 3))) {
      near.push({ name: candidate, distance });
    }
  }
  return near
    .sort((a, b) => a.distance - b.distance)
    .slice(0, mostSuggested)
    .map((candidate) => candidate.name);
}

/** `"a", "b" or "c"`, for messages. */
export function orList(names: readonly string[]): string {
  const quoted = names.map((name) => JSON.stringify(name));
  const last = quoted.pop();
  return quoted.length === 0 ? (last ?? "none") : `${quoted.join(", ")} or ${last}`;
}

/** Levenshtein's distance, one row at a time. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(substitution, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    row = next;
  }
  return row[b.length] as number;
}
