import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { root } from "../../scripts/lib/root.mjs";
import { sourceFiles } from "../../scripts/lib/walk.mjs";
import { anchorsOf, linksOf } from "./links.ts";

const folders = ["conformance", "docs", "examples", "packages", "quality", "schemas"];
const top = ["ARCHITECTURE.md", "CONTRIBUTING.md", "README.md", "RELEASING.md", "SECURITY.md"];
const files = [...top, ...sourceFiles(folders, /\.md$/)];

/** The links of a file that lead nowhere: to no file, or to no heading of it. */
function deadLinks(file: string): string[] {
  return linksOf(readFileSync(join(root, file), "utf8")).filter((link) => {
    const [path = "", anchor] = link.split("#");
    const target = path === "" ? file : join(dirname(file), decodeURIComponent(path));
    if (!existsSync(join(root, target))) return true;
    if (anchor === undefined || !target.endsWith(".md")) return false;
    return !anchorsOf(readFileSync(join(root, target), "utf8")).has(anchor);
  });
}

test.each(files)("every link of %s leads somewhere in the repository", (file) => {
  expect(deadLinks(file)).toEqual([]);
});
