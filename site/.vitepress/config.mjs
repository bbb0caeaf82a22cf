import { existsSync } from "node:fs";
import { join } from "node:path";
import { defineConfig } from "vitepress";
import { root } from "../../scripts/lib/root.mjs";
import { published } from "../../scripts/lib/workspaces.mjs";
import { plainFileLinks } from "./file-links.mjs";

const guides = [
  ["Getting started", "docs/getting-started"],
  ["Reading", "docs/reading"],
  ["Notebooks of any size", "docs/any-size"],
  ["Editing", "docs/editing"],
  ["Encoders and DataFrames", "docs/encoders"],
  ["Gluing", "docs/gluing"],
  ["Buckets and servers", "docs/cloud"],
  ["In a web page", "docs/browser"],
  ["Reports", "docs/report"],
  ["Options", "docs/options"],
  ["Bundlers and runtimes", "docs/bundlers"],
  ["How to", "docs/how-to"],
  ["The command line", "docs/command-line"],
  ["Limits", "docs/limits"],
  ["Performance", "docs/performance"],
];

const about = [
  ["The protocol", "schemas/SPEC"],
  ["The conformance suite", "conformance/README"],
  ["Architecture", "ARCHITECTURE"],
  ["Security", "SECURITY"],
  ["Contributing", "CONTRIBUTING"],
];

/** @param {string[][]} pages */
const links = (pages) =>
  pages
    .filter(([, page]) => existsSync(join(root, `${page}.md`)))
    .map(([text, page]) => ({ text, link: `/${page}` }));

const packages = published()
  .filter(({ folder }) => existsSync(join(root, folder, "README.md")))
  .map(({ folder, manifest }) => ({ text: manifest.name, link: `/${folder}/README` }));

export default defineConfig({
  title: "scrapbook for everyone else",
  description: "Named values in Jupyter notebooks: read, edited and glued from TypeScript",
  srcDir: root,
  srcExclude: [
    "**/node_modules/**",
    ".changeset/**",
    "conformance/notebooks/**",
    "conformance/cases/**",
    // Copies that packing makes, and takes away again.
    "conformance/runner/suite/**",
  ],
  outDir: join(root, "site/dist"),
  cacheDir: join(root, "site/.vitepress/.cache"),
  rewrites: { "README.md": "index.md" },
  lastUpdated: false,
  markdown: { config: plainFileLinks },
  themeConfig: {
    search: { provider: "local" },
    outline: [2, 3],
    nav: [
      { text: "Guides", link: "/docs/getting-started" },
      { text: "API", link: "/site/api/index" },
      { text: "Errors", link: "/docs/errors/README" },
    ],
    sidebar: [
      { text: "Guides", items: links(guides) },
      { text: "Packages", items: packages },
      {
        text: "Reference",
        items: [
          { text: "API", link: "/site/api/index" },
          { text: "Error codes", link: "/docs/errors/README" },
        ],
      },
      { text: "About", items: links(about) },
    ],
  },
});
