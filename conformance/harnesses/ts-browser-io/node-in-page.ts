// What the harness of core takes from Node, for a page: files come from the program that opened it.

/** A file of the suite. */
export async function readFile(path: string): Promise<Uint8Array> {
  const response = await fetch(`/file/${encodeURIComponent(path)}`);
  if (!response.ok) throw new Error(`there is no ${path}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** The last name of a path. */
export function basename(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** A page has no standard input. */
export function createInterface(): never {
  throw new Error("a page reads no lines");
}
