import { nodeResolve } from "@rollup/plugin-node-resolve";
import { importMetaAssets } from "@web/rollup-plugin-import-meta-assets";

const external = [/^node:/, "@scrapbook/cloud-io"];

export default [
  {
    input: "page.js",
    output: { dir: "bundle", format: "es" },
    plugins: [nodeResolve({ browser: true }), importMetaAssets()],
  },
  {
    input: "program.js",
    output: { dir: "server", format: "es", entryFileNames: "[name].mjs" },
    external,
    plugins: [nodeResolve()],
  },
];
