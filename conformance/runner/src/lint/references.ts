import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isRecord, type Json } from "../json.ts";

/** What cases cite: nothing can be said of a citation where the cited file is not there. */
export interface References {
  /** The codes of `errors.json`. */
  readonly codes: ReadonlySet<string> | undefined;
  /** The numbers of SPEC.md's headings, such as `6.2`. */
  readonly sections: ReadonlySet<string> | undefined;
}

/** Reads `errors.json` and `SPEC.md` in `folder`. */
export function readReferences(folder: string): References {
  const errors = readText(join(folder, "errors.json"));
  const spec = readText(join(folder, "SPEC.md"));
  return {
    codes: errors === undefined ? undefined : codesOf(JSON.parse(errors) as Json),
    sections: spec === undefined ? undefined : sectionsOf(spec),
  };
}

/** The section numbers of a text whose headings begin with them: `### 6.2 Algorithm`. */
function sectionsOf(markdown: string): ReadonlySet<string> {
  const headings = markdown.matchAll(/^#{2,6} (\d+(?:\.\d+)*)\.? /gm);
  return new Set([...headings].map(([, number = ""]) => number));
}

function codesOf(content: Json): ReadonlySet<string> {
  const errors = isRecord(content) && Array.isArray(content.errors) ? content.errors : [];
  return new Set((errors as readonly { readonly code: string }[]).map(({ code }) => code));
}

function readText(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}
