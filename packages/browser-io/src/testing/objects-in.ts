/** How many objects a message is made of, each counted once. */
export function objectsIn(message: unknown): number {
  const seen = new Set<object>();
  const open = [message];
  while (open.length > 0) {
    const value = open.pop();
    if (typeof value !== "object" || value === null || seen.has(value)) continue;
    seen.add(value);
    if (!ArrayBuffer.isView(value)) for (const member of Object.values(value)) open.push(member);
  }
  return seen.size;
}
