import { existsSync } from "node:fs";
import { join } from "node:path";
import { CannotRun } from "../cannot-run.ts";
import { isRecord, type Json } from "../json.ts";
import { createSchemas } from "../protocol/validator.ts";
import type { Case } from "../suite/case.ts";
import { listCaseFiles, readCaseFile } from "../suite/load-suite.ts";
import type { SuiteFolder } from "../suite/locate.ts";
import { lintCase } from "./lint-case.ts";
import { readReferences } from "./references.ts";

/** What is wrong with one case file. */
export interface Complaints {
  /** Below `cases/`. */
  readonly file: string;
  readonly complaints: readonly string[];
}

/** Checks every case file of a suite; files without complaints are told as well. */
export function lintSuite(suite: SuiteFolder): readonly Complaints[] {
  const files = listCaseFiles(suite.folder);
  if (files.length === 0) throw new CannotRun(`the suite in ${suite.folder} has no case`);
  const isCase = createSchemas(suite.folder).load("case");
  const references = readReferences(suite.protocol);
  const isFile = (path: string): boolean => existsSync(join(suite.folder, "notebooks", path));
  const seen = new Map<string, string>();
  return files.map((file) => {
    const content = read(suite.folder, file);
    if (typeof content === "string") return { file, complaints: [content] };
    const complaints = [...isCase(content.json)];
    // The rules beyond the schema take its members for granted.
    if (complaints.length === 0) {
      const wanted = content.json as unknown as Case;
      for (const one of lintCase(file, wanted, references, isFile)) complaints.push(one);
      // A description is read under its group's heading; an id stands alone.
      const texts = { id: wanted.id, description: `${file.split("/", 1)} ${wanted.description}` };
      for (const [member, text] of Object.entries(texts)) {
        const other = seen.get(`${member} ${text}`);
        if (other !== undefined) complaints.push(`/${member}: is that of cases/${other} as well`);
        else seen.set(`${member} ${text}`, file);
      }
    }
    return { file, complaints };
  });
}

function read(folder: string, file: string): { readonly json: Json } | string {
  try {
    const json = readCaseFile(folder, file);
    return isRecord(json) ? { json } : "is not an object";
  } catch (error) {
    return (error as Error).message.slice(`cases/${file}: `.length);
  }
}
