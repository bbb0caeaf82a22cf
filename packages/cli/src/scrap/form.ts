import { extname } from "node:path";
import { type Scrap, ScrapbookError } from "@scrapbook/core";

/** How a scrap is written out. A MIME type means what the scrap is shown as. */
export type Form =
  | { readonly kind: (typeof formNames)[number] }
  | { readonly kind: "mime"; readonly mime: string };

export const formNames = ["json", "text", "csv", "md", "html", "parquet", "arrow"] as const;

/** Which form a file's extension asks for. */
const byExtension: Readonly<Record<string, Form>> = {
  ".json": { kind: "json" },
  ".csv": { kind: "csv" },
  ".parquet": { kind: "parquet" },
  ".arrow": { kind: "arrow" },
  ".feather": { kind: "arrow" },
  ".png": { kind: "mime", mime: "image/png" },
  ".jpg": { kind: "mime", mime: "image/jpeg" },
  ".jpeg": { kind: "mime", mime: "image/jpeg" },
  ".gif": { kind: "mime", mime: "image/gif" },
  ".webp": { kind: "mime", mime: "image/webp" },
  ".svg": { kind: "mime", mime: "image/svg+xml" },
  ".pdf": { kind: "mime", mime: "application/pdf" },
  ".tex": { kind: "mime", mime: "text/latex" },
};

/** Forms that a display and a DataFrame both have: the scrap decides. */
const shared: Readonly<Record<string, { readonly frame: Form; readonly shown: Form }>> = {
  ".html": { frame: { kind: "html" }, shown: { kind: "mime", mime: "text/html" } },
  ".md": { frame: { kind: "md" }, shown: { kind: "mime", mime: "text/markdown" } },
  ".txt": { frame: { kind: "text" }, shown: { kind: "mime", mime: "text/plain" } },
};

interface Wish {
  readonly format?: (typeof formNames)[number] | undefined;
  readonly mime?: string | undefined;
  readonly output?: string | undefined;
}

/**
 * The form in which a scrap is written: the one asked for, the one that the file's extension asks
 * for, or the one that suits the scrap.
 *
 * @param isForPerson whether it goes to a terminal.
 * @throws `usage-argument` for a picture that would go to a terminal.
 */
export function chooseForm(scrap: Scrap, wish: Wish, isForPerson: boolean): Form {
  if (wish.mime !== undefined) return { kind: "mime", mime: wish.mime };
  if (wish.format !== undefined) return { kind: wish.format };
  const extension = wish.output === undefined ? "" : extname(wish.output).toLowerCase();
  const both = shared[extension];
  if (both !== undefined && !scrap.hasData) return both.shown;
  if (both !== undefined && scrap.encoder === "pandas") return both.frame;
  const named = byExtension[extension];
  if (named !== undefined) return named;
  if (scrap.hasData) return dataForm(scrap, isForPerson && wish.output === undefined);
  return displayForm(scrap, isForPerson && wish.output === undefined);
}

function dataForm(scrap: Scrap, isForPerson: boolean): Form {
  if (scrap.encoder === "text") return { kind: "text" };
  if (scrap.encoder === "pandas") return { kind: isForPerson ? "text" : "csv" };
  return { kind: "json" };
}

function displayForm(scrap: Scrap, isForPerson: boolean): Form {
  const { mimeTypes } = scrap;
  const picture = mimeTypes.find((mime) => mime.startsWith("image/"));
  if (!isForPerson && picture !== undefined) return { kind: "mime", mime: picture };
  const readable = ["text/markdown", "text/plain", "text/html", "application/json"];
  const text = readable.find((mime) => mimeTypes.includes(mime));
  if (text !== undefined && picture === undefined) return { kind: "mime", mime: text };
  const [first] = mimeTypes;
  if (!isForPerson && first !== undefined) return { kind: "mime", mime: first };
  throw new ScrapbookError("usage-argument", {
    what: `The scrap ${JSON.stringify(scrap.name.slice(0, 80))} is a picture, and this is a terminal`,
    got: mimeTypes.slice(0, 8).join(", "),
    hint: `Save it: -o ${picture === "image/svg+xml" ? "chart.svg" : "chart.png"}.`,
  });
}
