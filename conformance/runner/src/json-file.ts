import { readFileSync } from "node:fs";
import { CannotRun } from "./cannot-run.ts";
import type { Json } from "./json.ts";
import { explainSyntaxError } from "./suite/json-position.ts";

/** What a JSON file that the user named holds. Throws {@link CannotRun} with the file's name. */
export function readJsonFile(file: string): Json {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    throw new CannotRun(`${file} cannot be read: ${(error as Error).message}`);
  }
  try {
    return JSON.parse(text) as Json;
  } catch {
    throw new CannotRun(`${file}: ${explainSyntaxError(text)}`);
  }
}
