import { type StoreAbilities, unsupported } from "@scrapbook/core/io";

/** Whether a value is a handle of a file or a folder; handles from other frames too. */
export function isHandle(value: unknown, kind: "file"): value is FileSystemFileHandle;
export function isHandle(value: unknown, kind: "directory"): value is FileSystemDirectoryHandle;
export function isHandle(value: unknown, kind: FileSystemHandleKind): boolean {
  return (
    typeof value === "object" &&
    value !== null &&
    "kind" in value &&
    value.kind === kind &&
    "isSameEntry" in value
  );
}

/** Whether this browser writes files whole, and puts them in place at once. */
export function canWrite(): boolean {
  return (
    typeof FileSystemFileHandle === "function" && "createWritable" in FileSystemFileHandle.prototype
  );
}

/** What can be promised of files behind handles. */
export function handleAbilities(of: Pick<StoreAbilities, "create" | "list">): StoreAbilities {
  const write = canWrite();
  return { expect: write, create: write && of.create, ranges: true, list: of.list, write };
}

/** @throws `store-unsupported` where this browser cannot write files. */
export function mustWrite(store: string, name: string): void {
  if (!canWrite()) throw unsupported(store, name, "write in this browser");
}
