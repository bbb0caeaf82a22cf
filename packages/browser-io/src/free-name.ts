/** Hands out names: one that is taken gets a number, as browsers do with downloads. */
export function freeNames(): (name: string) => string {
  const taken = new Set<string>();
  return (name) => {
    let free = name;
    for (let count = 2; taken.has(free); count++) {
      free = name.replace(/^(.*?[^./][^/]*?)?(\.[^./]*)?$/s, `$1 (${count})$2`);
    }
    taken.add(free);
    return free;
  };
}
