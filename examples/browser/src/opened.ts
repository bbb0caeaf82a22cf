import {
  type DroppedFile,
  type Notebook,
  readNotebook,
  Scrapbook,
  ScrapbookError,
} from "@scrapbook/browser-io";
import { pandas } from "@scrapbook/encoders-pandas";

/** The notebooks on the page, and where each of them came from. */
export interface Opened {
  readonly book: Scrapbook;
  readonly locations: ReadonlyMap<string, DroppedFile["location"]>;
}

const encoders = [pandas()];

/**
 * Reads files one after the other. One that is broken does not keep the others from being shown, nor
 * does a broken scrap, or a table that the page may not read, the rest of its notebook.
 */
export async function open(files: readonly DroppedFile[]): Promise<Opened> {
  const notebooks: [string, Notebook][] = [];
  const errors: [string, ScrapbookError][] = [];
  const locations = new Map<string, DroppedFile["location"]>();
  for (const { path, location } of files) {
    const key = path.replace(/\.ipynb$/, "");
    locations.set(key, location);
    try {
      notebooks.push([key, await readNotebook(location, { strict: false, encoders })]);
    } catch (error) {
      if (!(error instanceof ScrapbookError)) throw error;
      errors.push([key, error]);
    }
  }
  return { book: new Scrapbook(notebooks, errors), locations };
}
