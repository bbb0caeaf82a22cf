import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { withAddresses } from "./readme-links.mjs";
import { webAddress, withRepository } from "./repository.mjs";
import { published } from "./workspaces.mjs";

const url = "git+https://host.example/us/it.git";
const web = "https://host.example/us/it";

test("a manifest says where its package comes from, after its licence", () => {
  const manifest = { name: "it", license: "MIT", type: "module" };
  expect(Object.entries(withRepository(manifest, "packages/it", url))).toEqual([
    ["name", "it"],
    ["license", "MIT"],
    ["homepage", `${web}/tree/main/packages/it`],
    ["bugs", `${web}/issues`],
    ["repository", { type: "git", url, directory: "packages/it" }],
    ["type", "module"],
  ]);
});

describe.each(published())("$manifest.name", ({ manifest }) => {
  test("says what it is: in a sentence, and in words to search for", () => {
    expect(manifest.description.length).toBeGreaterThan(20);
    expect(manifest.keywords).toContain("jupyter");
  });
});

const described = published()
  .map((workspace) => ({ ...workspace, readme: join(workspace.path, "README.md") }))
  .filter(({ readme }) => existsSync(readme));

test.each(described)(
  "the README of $manifest.name leads nowhere wrong on a registry's page",
  ({ folder, path, readme }) => {
    const text = withAddresses(readFileSync(readme, "utf8"), folder, webAddress(url));
    const targets = [...text.matchAll(/\]\(([^)#\s]+)/g)].map(([, target]) => target as string);
    // What lies in the package's own folder is found by registries.
    const lost = targets.filter((it) => !/^https?:/.test(it) && !existsSync(join(path, it)));
    expect(lost).toEqual([]);
    expect(targets.filter((it) => it.startsWith("../"))).toEqual([]);
  },
);
