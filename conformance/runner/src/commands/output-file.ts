import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { CannotRun } from "../cannot-run.ts";

/** Writes `text`, with the folders that its path needs. */
export function writeOutput(file: string, text: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  } catch (error) {
    throw new CannotRun(`${file} cannot be written: ${(error as Error).message}`);
  }
}
