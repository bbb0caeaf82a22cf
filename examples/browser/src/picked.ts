import { type DroppedFile, droppedFiles } from "@scrapbook/browser-io";
import { page } from "./page.ts";

declare global {
  interface Window {
    /** Not in every browser: the others give files that can be read, but not written. */
    showOpenFilePicker?(options: object): Promise<FileSystemFileHandle[]>;
  }
}

const types = [{ description: "Notebooks", accept: { "application/x-ipynb+json": [".ipynb"] } }];

/** Calls `use` with what a person picks or drops: nothing, where the dialogue was closed. */
export function onPicked(use: (files: Promise<readonly DroppedFile[]>) => void): void {
  page.open.addEventListener("click", () => {
    if (window.showOpenFilePicker === undefined) page.files.click();
    else use(window.showOpenFilePicker({ multiple: true, types }).then(filesOf, closed));
  });
  page.files.addEventListener("change", () => {
    const files = [...(page.files.files ?? [])];
    page.files.value = "";
    use(Promise.resolve(filesOf(files)));
  });
  document.addEventListener("dragover", (event) => event.preventDefault());
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    if (event.dataTransfer !== null) use(droppedFiles(event.dataTransfer).then(notebooksOf));
  });
}

const filesOf = (files: readonly DroppedFile["location"][]): readonly DroppedFile[] =>
  files.map((location) => ({ path: location.name, location }));

const notebooksOf = (files: readonly DroppedFile[]): readonly DroppedFile[] =>
  files.filter(({ path }) => path.endsWith(".ipynb"));

/** Closing the dialogue is no error. */
function closed(error: unknown): readonly DroppedFile[] {
  if (error instanceof DOMException && error.name === "AbortError") return [];
  throw error;
}
