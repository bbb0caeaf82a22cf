import type { ErrorObject } from "ajv/dist/2020.js";
import { show } from "../compare/show.ts";
import type { Json } from "../json.ts";

/** How many mistakes are told: the first ones explain the rest. */
const maxMistakes = 8;

/**
 * What ajv found, in sentences, the deepest place first: the others mostly say that something below
 * them is wrong. Of alternatives that a `const` tells apart, only the one that was meant is told.
 */
export function explainErrors(errors: readonly ErrorObject[]): readonly string[] {
  const told = withoutOthers(errors).filter(({ keyword }) => !isCombination(keyword));
  const places = new Map<string, ErrorObject[]>();
  for (const error of told.length > 0 ? told : errors)
    places.set(error.instancePath, [...(places.get(error.instancePath) ?? []), error]);
  const depth = (path: string): number => path.split("/").length;
  const deepest = [...places.keys()].sort((a, b) => depth(b) - depth(a));
  return deepest
    .flatMap((path, index) => {
      const isAbove = deepest.slice(0, index).some((below) => below.startsWith(`${path}/`));
      const found = places.get(path) ?? [];
      const isChoice = errors.some(
        (one) => one.instancePath === path && isCombination(one.keyword),
      );
      return isChoice ? explainChoice(path, found, isAbove) : explainPlace(path, found);
    })
    .slice(0, maxMistakes);
}

function explainPlace(path: string, errors: readonly ErrorObject[]): readonly string[] {
  const where = path === "" ? "the whole" : path;
  const values = errors.filter(({ keyword }) => keyword === "const");
  if (values.length > 1) {
    const allowed = values.map(({ params }) => params.allowedValue as Json);
    return [`${where}: is ${show(values[0]?.data as Json)}, not one of ${show(allowed)}`];
  }
  return [...new Set(errors.map((error) => `${where}: ${explain(error)}`))];
}

/** What is wrong with a value that may be one of several things. */
function explainChoice(
  path: string,
  errors: readonly ErrorObject[],
  isAbove: boolean,
): readonly string[] {
  const sentences = explainPlace(path, errors);
  if (path === "" || sentences.length < 3) return sentences;
  // Where one of them was meant, what is wrong below it has been told already.
  if (isAbove) return [];
  return [`${path}: is none of what the schema allows there: ${show(errors[0]?.data as Json)}`];
}

function explain({ keyword, params, message = "is wrong", data }: ErrorObject): string {
  const got = show(data as Json);
  if (keyword === "additionalProperties")
    return `has the unknown member ${show(params.additionalProperty)}`;
  if (keyword === "required") return `lacks the member ${show(params.missingProperty)}`;
  if (keyword === "enum") return `is ${got}, not one of ${show(params.allowedValues)}`;
  if (keyword === "const") return `is ${got}, not ${show(params.allowedValue)}`;
  return `${message}, got ${got}`;
}

/** Leaves out the alternatives of a `oneOf` whose `const` did not hold, if another one's did. */
function withoutOthers(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  return errors
    .filter(({ keyword }) => keyword === "oneOf")
    .reduce<readonly ErrorObject[]>((left, { schemaPath, schema }) => {
      const branchOf = (error: ErrorObject): string | undefined =>
        error.schemaPath.startsWith(`${schemaPath}/`)
          ? error.schemaPath.slice(schemaPath.length + 1).split("/", 1)[0]
          : undefined;
      const others = new Set(
        left.filter(({ keyword }) => keyword === "const").flatMap((error) => branchOf(error) ?? []),
      );
      if (others.size >= (schema as readonly unknown[]).length) return left;
      return left.filter((error) => !others.has(branchOf(error) ?? ""));
    }, errors);
}

function isCombination(keyword: string): boolean {
  return ["oneOf", "anyOf", "allOf", "if"].includes(keyword);
}
