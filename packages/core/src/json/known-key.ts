/**
 * The keys that reading looks for, so that an engine can tell them by number: their places here.
 * None is at 0. They are ASCII, 24 bytes at most, and written without escapes where they count.
 */
export const knownKeys: readonly string[] = [
  "",
  "cells",
  "metadata",
  "nbformat",
  "nbformat_minor",
  "cell_type",
  "execution_count",
  "outputs",
  "output_type",
  "data",
  "ename",
  "evalue",
  "papermill",
  "scrapbook",
  "name",
  "encoder",
  "version",
  "source",
  "traceback",
];
