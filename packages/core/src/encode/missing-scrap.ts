import type { Output } from "./output.ts";

/** What is shown where a scrap to be reglued is not there, and the caller asked for no error. SPEC §11.5. */
export function missingScrapOutput(name: string): Output {
  return textOutput(`No scrap found with name '${name}' in this notebook`);
}

/** A text that is shown and is no scrap. SPEC §14.4. */
export function textOutput(text: string): Output {
  return { output_type: "display_data", data: { "text/plain": text }, metadata: {} };
}
