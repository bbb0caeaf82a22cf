import { readFileSync } from "node:fs";

/** The exact versions of others' packages; a list where each is a consumer of its own. */
const versions: Record<string, string | string[]> = JSON.parse(
  readFileSync(new URL("versions.json", import.meta.url), "utf8"),
);

/** Some packages as a package.json names them. */
export const pinned = (...names: string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, allOf(name)[0] as string]));

/** All versions of a package that are tried. */
export const allOf = (name: string): string[] => {
  const found = versions[name];
  if (found === undefined) throw new Error(`versions.json does not name ${name}`);
  return typeof found === "string" ? [found] : found;
};
