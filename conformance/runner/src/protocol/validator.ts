import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { CannotRun } from "../cannot-run.ts";
import type { Validate } from "../harness/conversation.ts";
import type { Json } from "../json.ts";
import { explainErrors } from "./schema-error.ts";

/** Checks a value against a schema: what is wrong with it, a line each; none where it is valid. */
export type Check = (value: Json) => readonly string[];

/** Reads the suite's schemas; `load("case")` is `schema/case.schema.json`. */
export function createSchemas(folder: string): {
  readonly load: (name: string, part?: string) => Check;
} {
  const ajv = new Ajv2020({ allErrors: true, strict: false, verbose: true });
  const ids = new Map<string, string>();
  const read = (name: string): string => {
    const file = join(folder, "schema", `${name}.schema.json`);
    try {
      const schema = JSON.parse(readFileSync(file, "utf8")) as { $id: string };
      ajv.addSchema(schema);
      ids.set(name, schema.$id);
      return schema.$id;
    } catch (error) {
      throw new CannotRun(`${file} cannot be used: ${(error as Error).message}`);
    }
  };
  for (const name of ["case", "harness", "report"]) read(name);
  return {
    load(name, part) {
      const id = `${ids.get(name)}${part === undefined ? "" : `#/$defs/${part}`}`;
      const validate = ajv.getSchema(id) as ValidateFunction;
      return (value) => {
        try {
          return validate(value) ? [] : explainErrors(validate.errors ?? []);
        } catch (error) {
          // Validators recurse. A value that is nested too deep for that is compared unchecked.
          if (error instanceof RangeError) return [];
          throw error;
        }
      };
    },
  };
}

/** Explains a harness's mistakes by `schema/harness.schema.json`: what `--validate` does. */
export function createValidate(folder: string): Validate {
  const schemas = createSchemas(folder);
  const checks = {
    startAnswer: schemas.load("harness", "startAnswer"),
    runAnswer: schemas.load("harness", "runAnswer"),
  };
  return (kind, message) => {
    const mistakes = checks[kind](message);
    if (mistakes.length === 0) return undefined;
    const where = `harness.schema.json#/$defs/${kind}`;
    return `is not as ${where} says:\n${mistakes.map((mistake) => `  ${mistake}`).join("\n")}`;
  };
}
