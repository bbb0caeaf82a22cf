import { edit, editNotebook, type Notebook } from "@scrapbook/browser-io";
import type { Scalar } from "./scalar.ts";

declare global {
  interface FileSystemHandle {
    /** Browsers that give no handles have no such question. */
    requestPermission(options: { mode: "readwrite" }): Promise<PermissionState>;
  }
}

type Values = ReadonlyMap<string, Scalar>;

/**
 * Writes values into the file itself. Where somebody changed it since it was read, that is an error
 * and nothing is written.
 */
export async function saveInPlace(
  handle: FileSystemFileHandle,
  { version }: Notebook,
  values: Values,
): Promise<void> {
  // Only a click may ask: so this comes before anything else is awaited.
  await handle.requestPermission({ mode: "readwrite" });
  await editNotebook(
    handle,
    (session) => {
      for (const [name, value] of values) session.set(name, value);
    },
    { expect: version },
  );
}

/** A copy of a file with other values in it: every other byte is as it was. */
export async function changedCopy(file: File, values: Values): Promise<File> {
  const session = edit(new Uint8Array(await file.arrayBuffer()), { source: file.name });
  for (const [name, value] of values) session.set(name, value);
  return new File([session.toBytes()], file.name, { type: "application/x-ipynb+json" });
}

/** Hands a file to the person, as a download. */
export function download(file: File): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = file.name;
  link.click();
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
