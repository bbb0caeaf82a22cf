import { isScrapbookError, type Notebook, parseNotebook, ScrapbookError } from "@scrapbook/core";
import { type DataFrame, pandas } from "@scrapbook/encoders-pandas";
import { readNotebook } from "@scrapbook/node-io";

export async function prices(path: string): Promise<DataFrame | undefined> {
  const notebook: Notebook = await readNotebook(path, { encoders: [pandas()] });
  return notebook.scraps.get("prices")?.as(pandas);
}

export function parse(bytes: Uint8Array): Notebook {
  try {
    return parseNotebook(bytes);
  } catch (error) {
    if (error instanceof ScrapbookError && isScrapbookError(error)) console.log(error.code);
    throw error;
  }
}
