/**
 * Reading in a worker, so that the page stays free while large notebooks are read.
 *
 * @packageDocumentation
 */

export {
  type NotebookWorker,
  type NotebookWorkerOptions,
  notebookWorker,
} from "./notebook-worker.ts";
