import {
  aFunction,
  checkOptions,
  receiveError,
  receiveNotebook,
  withSource,
} from "@scrapbook/core/internal";
import {
  type IO,
  type IOSetup,
  type NotebookReader,
  readNotebookOver,
  readNotebooksOver,
  streamNotebooksOver,
} from "@scrapbook/core/io";
import type { FetchOptions } from "../fetch/fetch-options.ts";
import { type BrowserLocation, browserSetup } from "../setup.ts";
import { toSignal } from "../signal.ts";
import { piecesOf } from "./pieces-of.ts";
import { startWorker } from "./start-worker.ts";
import { WorkerLine } from "./worker-line.ts";

/** Options of {@link notebookWorker}. */
export interface NotebookWorkerOptions {
  /**
   * Starts a worker that runs `@scrapbook/browser-io/worker/script`: for pages whose policy or whose
   * bundler needs it elsewhere. It may be called again, after a worker was stopped. Default: the
   * script beside this module.
   */
  readonly worker?: (() => Worker) | undefined;
}

type BrowserIO = IO<BrowserLocation, FetchOptions>;

/** Reads notebooks in a worker: what {@link notebookWorker} gives. */
export interface NotebookWorker
  extends Pick<BrowserIO, "readNotebook" | "readNotebooks" | "streamNotebooks"> {
  /** Ends the worker. What is being read rejects with an `AbortError`; reading again starts a new one. */
  close(): void;
}

/**
 * The verbs that read, with the work in a worker: it scans a notebook's bytes and finds what lies
 * where, while the page stays free. The page gets the bytes back, not a copy, and parses a value when
 * it is asked for; encoders run in the page. One worker reads any number of notebooks, one after the
 * other, and is started with the first. An aborted reading ends it, and the next starts another.
 *
 * The option `engine` counts in the page alone.
 *
 * @throws `usage-argument`. Its verbs reject with what those of the package reject with, and with
 * `store-unsupported` where the worker cannot be started.
 */
export function notebookWorker(options: NotebookWorkerOptions = {}): NotebookWorker {
  checkOptions("notebookWorker", options, { worker: aFunction });
  const line = new WorkerLine(options.worker ?? startWorker);
  const setup: IOSetup = { ...browserSetup, reader: readerIn(line) };
  return {
    readNotebook: (location, how) => readNotebookOver(setup, location, how),
    readNotebooks: (location, how) => readNotebooksOver(setup, location, how),
    streamNotebooks: ((location, how) =>
      streamNotebooksOver(setup, location, how)) as BrowserIO["streamNotebooks"],
    close: () => line.close(),
  };
}

function readerIn(line: WorkerLine): NotebookReader {
  return async (opened, { options, retain, signal, version }) => {
    const pieces = await piecesOf(opened);
    signal?.throwIfAborted();
    const { maxDepth, strict, codeLines, source } = options;
    const job = { pieces, options: { maxDepth, strict, codeLines, retain } };
    const answer = await line.ask(job, toSignal(signal));
    if ("error" in answer) throw withSource(receiveError(answer.error), source);
    return receiveNotebook(answer.sent, options, version);
  };
}
