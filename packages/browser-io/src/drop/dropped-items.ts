/** What was dropped, as this browser gives it. */
export type DroppedItem = FileSystemHandle | FileSystemEntry | File;

/** What newer browsers have: a handle, which can be written. */
interface HandleItem extends DataTransferItem {
  getAsFileSystemHandle?(): Promise<FileSystemHandle | null>;
}

const taken = new WeakMap<DataTransfer, Promise<readonly DroppedItem[]>>();

/**
 * What a drop holds. A `DataTransfer` gives it only while the event is handled, so it is asked for at
 * once, and kept for as long as the `DataTransfer` is.
 */
export function itemsOf(transfer: DataTransfer): Promise<readonly DroppedItem[]> {
  let items = taken.get(transfer);
  if (items === undefined) {
    items = Promise.all([...transfer.items].filter(isFile).map(itemOf)).then((found) =>
      found.filter((one) => one !== null),
    );
    // Whoever asks again gets the error; a drop that nobody reads has none.
    items.catch(() => {});
    taken.set(transfer, items);
  }
  return items;
}

function isFile({ kind }: DataTransferItem): boolean {
  return kind === "file";
}

async function itemOf(item: HandleItem): Promise<DroppedItem | null> {
  // All three are asked for before anything is awaited.
  const handle = item.getAsFileSystemHandle?.().catch(() => null);
  const entry = item.webkitGetAsEntry?.() ?? null;
  const file = item.getAsFile();
  return (await handle) ?? (entry?.isDirectory ? entry : file);
}
