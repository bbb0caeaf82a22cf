import type { Notebook, Problem, ReadOptions, Scrapbook, Scraps } from "@scrapbook/core";
import { loadDisplays } from "./in-pieces.ts";
import { type Library, readOptionsOf } from "./library.ts";
import type { Operation, Request } from "./loop.ts";
import { Refusal } from "./refusal.ts";
import { tagError, tagText } from "./tag.ts";
import { tagNotebook } from "./tag-notebook.ts";
import { tagScrap } from "./tag-scrap.ts";

/** `read`: a notebook, or several as one scrapbook. */
export function readWith(library: Library): Operation {
  return async (request) => {
    const warnings: Problem[] = [];
    const options = readOptionsOf(request, warnings);
    if (request.scrapbook === true || request.files.length > 1)
      return answerBook(request, await library.readBook(request, options), warnings);
    const notebook = await readOne(library, request, options);
    return compute(request, {
      notebook: () => ({ notebook: tagNotebook(notebook) }),
      scraps: () => tagScraps(notebook.scraps),
      problems: () => tagProblems([notebook]),
      warnings: () => ({ warnings: warningsOf([notebook], warnings) }),
    });
  };
}

async function readOne(
  { readOne, readInPieces }: Library,
  request: Request,
  options: ReadOptions,
): Promise<Notebook> {
  const path = request.files[0]?.path ?? "";
  const pieces = request.options?.pieces;
  if (pieces === undefined) return readOne(path, options);
  if (readInPieces === undefined) throw new Refusal({ skipped: "it does not read in pieces" });
  const notebook = await readInPieces(path, options, pieces);
  await loadDisplays(notebook);
  return notebook;
}

/** `list`: the notebooks of folders, as one scrapbook. */
export function listWith(library: Library): Operation {
  return async (request) => {
    const warnings: Problem[] = [];
    const book = await library.readBook(request, readOptionsOf(request, warnings));
    return answerBook(request, book, warnings);
  };
}

function answerBook(request: Request, book: Scrapbook, warnings: readonly Problem[]): object {
  const notebooks = [...book.values()];
  const errors = [...book.errors].map(([key, error]) => ({
    key: tagText(key),
    ...tagError(error),
  }));
  return {
    errors,
    ...compute(request, {
      notebook: () => ({
        notebooks: [...book].map(([key, notebook]) => ({
          key: tagText(key),
          scraps: tagScraps(notebook.scraps).scraps,
          notebook: tagNotebook(notebook),
        })),
      }),
      scraps: () => tagScraps(book.scraps),
      problems: () => tagProblems(notebooks),
      warnings: () => ({ warnings: warningsOf(notebooks, warnings) }),
    }),
  };
}

/** The parts of an answer that the request asks for; a part that is not asked for is not made. */
function compute(request: Request, parts: Readonly<Record<string, () => object>>): object {
  const asked = (request.only as readonly string[] | undefined) ?? Object.keys(parts);
  return Object.fromEntries(asked.flatMap((part) => Object.entries(parts[part]?.() ?? {})));
}

/** A notebook's scraps, and the names of those with data and with a display. */
export function tagScraps(scraps: Scraps): { scraps: object[]; [member: string]: unknown } {
  return {
    scraps: [...scraps.values()].map(tagScrap),
    dataScraps: [...scraps.data.keys()].map(tagText),
    displayScraps: [...scraps.display.keys()].map(tagText),
  };
}

function tagProblems(notebooks: readonly Notebook[]): object {
  return {
    problems: notebooks.flatMap(({ problems }) => problems).map(tagError),
    problemCount: notebooks.reduce((sum, { problemCount }) => sum + problemCount, 0),
  };
}

/** What was warned of: looking for problems looks for scraps, and throws nothing. */
function warningsOf(notebooks: readonly Notebook[], warnings: readonly Problem[]): object[] {
  for (const notebook of notebooks) notebook.problems.at(0);
  return warnings.map(tagError);
}
