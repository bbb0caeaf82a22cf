/**
 * Checks this folder with ajv: schemas against their meta-schema, examples against schemas, and
 * that errors.json, SPEC.md and the schemas agree. `node check/check.mjs`; check.py does the
 * same with Python's jsonschema. Prints one line; fails where something is wrong, or where there
 * was nothing to check.
 */
import { readdirSync, readFileSync } from "node:fs";
import { argv } from "node:process";
import { pathToFileURL } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";

const root = new URL("../", import.meta.url);

/** What every `$id` starts with. */
const idBase = "urn:scrapbook:schema:";

/** Definitions that are copies of another schema, so that each file can be used alone. */
const copies = { payload: "payload.v1", scrapMetadata: "scrap-metadata" };

const read = (path) => JSON.parse(readFileSync(new URL(path, root), "utf8"));
const list = (path) => readdirSync(new URL(path, root)).sort();

/** All schemas by name: `payload.v1`, `record`… */
export function readSchemas() {
  const files = list(".").filter((file) => file.endsWith(".schema.json"));
  return new Map(files.map((file) => [file.replace(".schema.json", ""), read(file)]));
}

/**
 * All examples. A valid one is the instance itself; an invalid one says `why`, the error `code`
 * of SPEC.md or null, and `at`, the JSON pointer to what is wrong.
 */
export function readExamples() {
  return ["valid", "invalid"].flatMap((kind) =>
    list(`examples/${kind}`).flatMap((schema) =>
      list(`examples/${kind}/${schema}`).map((file) => {
        const path = `examples/${kind}/${schema}/${file}`;
        const content = read(path);
        const { why, code, at, instance } =
          kind === "valid" ? { why: "", code: null, at: "", instance: content } : content;
        return { path, schema, valid: kind === "valid", why, code, at, instance };
      }),
    ),
  );
}

/** A function that tells what is wrong with an example; an empty array if nothing is. */
export function exampleChecker(schemas = readSchemas()) {
  const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true, strictRequired: false });
  const validators = new Map([...schemas].map(([name, schema]) => [name, ajv.compile(schema)]));
  const codes = new Set(read("errors.json").errors.map(({ code }) => code));
  return ({ path, schema, valid, why, code, at, instance }) => {
    const validate = validators.get(schema);
    if (validate === undefined) return [`${path}: there is no schema ${schema}`];
    const isValid = validate(instance);
    if (isValid !== valid) return [`${path}: is ${isValid ? "valid" : "invalid"}`];
    if (valid) return [];
    const wrong = [];
    if (typeof why !== "string" || why === "") wrong.push(`${path}: does not say why`);
    if (code !== null && !codes.has(code)) wrong.push(`${path}: unknown code ${code}`);
    const paths = validate.errors.map(({ instancePath }) => instancePath);
    if (!paths.includes(at)) wrong.push(`${path}: wrong at ${paths.join(", ")}, not at ${at}`);
    return wrong;
  };
}

/** What is wrong with the schemas themselves. */
export function checkSchemas(schemas = readSchemas()) {
  const ajv = new Ajv2020({ allowUnionTypes: true, strictRequired: false });
  const wrong = [];
  const ids = new Set();
  for (const [name, schema] of schemas) {
    if (!ajv.validateSchema(schema)) wrong.push(`${name}: ${ajv.errorsText()}`);
    if (!schema.$id?.startsWith(idBase) || ids.has(schema.$id)) wrong.push(`${name}: $id`);
    ids.add(schema.$id);
    if (!(schema.examples?.length > 0)) wrong.push(`${name}: has no examples`);
    const validate = ajv.compile(schema);
    for (const example of schema.examples ?? []) {
      if (!validate(example)) wrong.push(`${name}: its own example is invalid`);
    }
    for (const part of [schema, ...Object.values(schema.$defs ?? {})]) {
      for (const [key, member] of [["", part], ...Object.entries(part.properties ?? {})]) {
        if (member.$ref === undefined && !(member.title && member.description)) {
          wrong.push(`${name}: ${part.title}.${key} has no title or no description`);
        }
      }
    }
    for (const [definition, original] of Object.entries(copies)) {
      const copy = schema.$defs?.[definition];
      if (copy === undefined) continue;
      const { $schema, $id, ...rest } = schemas.get(original);
      if (JSON.stringify(copy) !== JSON.stringify(rest)) {
        wrong.push(`${name}: $defs/${definition} differs from ${original}.schema.json`);
      }
    }
  }
  return wrong;
}

/** Where errors.json and SPEC.md disagree with each other or with themselves. */
export function checkErrors(schemas = readSchemas()) {
  const list = read("errors.json");
  const spec = readFileSync(new URL("SPEC.md", root), "utf8");
  const sections = new Set([...spec.matchAll(/^#{2,4} (\d+(?:\.\d+)*)/gm)].map(([, n]) => n));
  const wrong = [];
  const validate = new Ajv2020().compile(schemas.get("errors"));
  if (!validate(list)) wrong.push(`errors.json: ${JSON.stringify(validate.errors)}`);
  const codes = new Set();
  for (const { code, category, spec: section } of list.errors) {
    if (codes.has(code)) wrong.push(`errors.json: ${code} is there twice`);
    codes.add(code);
    if (!code.startsWith(`${category}-`)) wrong.push(`errors.json: ${code} is not of ${category}`);
    if (!sections.has(section)) wrong.push(`errors.json: SPEC.md has no section ${section}`);
  }
  for (const [, code] of spec.matchAll(
    /`((?:json|notebook|payload|display|encoder|store|usage)-[a-z-]+)`/g,
  )) {
    if (!codes.has(code)) wrong.push(`SPEC.md: ${code} is not in errors.json`);
  }
  for (const [, section] of spec.matchAll(/§(\d+(?:\.\d+)*)/g)) {
    if (!sections.has(section)) wrong.push(`SPEC.md: there is no section ${section}`);
  }
  return wrong;
}

function main() {
  const schemas = readSchemas();
  const examples = readExamples();
  const check = exampleChecker(schemas);
  const wrong = [...checkSchemas(schemas), ...checkErrors(schemas), ...examples.flatMap(check)];
  const valid = examples.filter((example) => example.valid).length;
  const counts = `${schemas.size} schemas, ${valid} valid and ${examples.length - valid} invalid examples`;
  const isEmpty = schemas.size === 0 || valid === 0 || valid === examples.length;
  for (const line of wrong) console.error(line);
  console.log(`schemas (ajv): ${counts}, ${isEmpty ? "nothing checked" : `${wrong.length} wrong`}`);
  if (isEmpty || wrong.length > 0) process.exitCode = 1;
}

if (import.meta.url === pathToFileURL(argv[1] ?? "").href) main();
