import { byCodePoints } from "@scrapbook/core/internal";
import { type ListedObject, type ListOptions, notFound } from "@scrapbook/core/io";
import { type Head, type NotebookDatabase, settled } from "./database.ts";

/** The keys below a folder: from `folder/` up to what would follow all of them. */
export function below(folder: string): IDBKeyRange | undefined {
  if (folder === "") return undefined;
  const next = String.fromCharCode("/".charCodeAt(0) + 1);
  return IDBKeyRange.bound(folder, folder.slice(0, -1) + next, false, true);
}

/** Lists what lies below a folder. @param start what addresses begin with. */
export async function* listDatabase(
  database: NotebookDatabase,
  start: string,
  location: string,
  options: ListOptions = {},
): AsyncGenerator<ListedObject> {
  const { signal, recursive = false, hidden = false } = options;
  signal?.throwIfAborted();
  const path = location.slice(start.length);
  const folder = path === "" || path.endsWith("/") ? path : `${path}/`;
  const found = await database.transact(location, "readonly", async ({ heads }) => {
    const range = below(folder);
    const [keys, values] = await Promise.all([
      settled(heads.getAllKeys(range)) as Promise<string[]>,
      settled(heads.getAll(range)) as Promise<Head[]>,
    ]);
    return keys.map((key, index) => [key, values[index]] as const);
  });
  if (found.length === 0 && folder !== "") throw notFound(location, "There is no such folder");
  // The database's own order is that of UTF-16.
  for (const [key, head] of found.sort(([a], [b]) => byCodePoints(a, b))) {
    signal?.throwIfAborted();
    const folders = key.slice(folder.length).split("/").slice(0, -1);
    if (!recursive && folders.length > 0) continue;
    if (!hidden && folders.some((name) => name.startsWith("."))) continue;
    const address = start + key;
    yield { location: address, path: address, size: head?.size, stamp: head?.version };
  }
}
