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

/**
 * How the keys begin under which payloads and records stand, of which there are as many as there are
 * encoders: two beginnings, of 32 bytes at most.
 */
export const bearingBeginnings: readonly [scrap: string, record: string] = [
  "application/scrapbook.scrap",
  "application/papermill.record",
];
