import { onTestFinished } from "vitest";

/** A fresh folder in the origin's own storage, which is removed when the test ends. */
export async function opfsFolder(): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  const name = `test-${crypto.randomUUID()}`;
  onTestFinished(() => root.removeEntry(name, { recursive: true }));
  return root.getDirectoryHandle(name, { create: true });
}

/** Writes a file below a folder, as another program would. */
export async function putFile(
  folder: FileSystemDirectoryHandle,
  path: string,
  bytes: Uint8Array,
): Promise<FileSystemFileHandle> {
  const steps = path.split("/");
  let at = folder;
  for (const step of steps.slice(0, -1)) at = await at.getDirectoryHandle(step, { create: true });
  const handle = await at.getFileHandle(steps.at(-1) ?? "", { create: true });
  const writable = await handle.createWritable();
  await writable.write(bytes as Uint8Array<ArrayBuffer>);
  await writable.close();
  return handle;
}
