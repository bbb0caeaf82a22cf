import { isScrapbookError, type Notebook, type Problem } from "@scrapbook/core";

/** What somebody can find out about a notebook, errors too, to be compared with another reading of it. */
export function notebookFacts(notebook: Notebook): object {
  const { nbformat, nbformatMinor, problems, problemCount, run, parameters } = notebook;
  return {
    ...{ nbformat, nbformatMinor, problemCount, run, parameters },
    problems: problems.map(problemFacts),
    metadata: attempt(() => notebook.metadata),
    cellTiming: notebook.cellTiming,
    executionCounts: notebook.executionCounts,
    metrics: notebook.metrics.rows(),
    scraps: attempt(() => [...notebook.scraps.values()].map(scrapFacts)),
  };
}

/** What an error says. */
export function problemFacts({ code, path, offset, message }: Problem): object {
  return { code, path, offset, message };
}

function scrapFacts(scrap: ReturnType<Notebook["scraps"]["get"]> & object): object {
  const { name, encoder, rawText, version, path, cell, output, size, mimeTypes } = scrap;
  return {
    ...{ name, encoder, rawText, version, path, cell, output, size, mimeTypes },
    data: attempt(() => scrap.data),
    rawData: attempt(() => scrap.rawData),
    display: attempt(() => scrap.display),
  };
}

function attempt(act: () => unknown): unknown {
  try {
    return act();
  } catch (error) {
    if (!isScrapbookError(error)) throw error;
    return problemFacts(error);
  }
}
