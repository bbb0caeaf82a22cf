import { builtinModules } from "node:module";
import { base } from "../../tsup.base.ts";

/**
 * Modules of Node that most commands never use, and what is used of them. Node compiles each with all
 * that it imports when a process starts: milliseconds that `get` of a value need not wait for.
 */
const late: Readonly<Record<string, readonly string[]>> = {
  crypto: ["createHash"],
  net: ["Socket"],
  util: ["promisify", "styleText"],
};

/** A module of Node at its first use. */
const lateModule = (name: string, functions: readonly string[]) =>
  functions
    .map(
      (it) =>
        `export function ${it}(...args) { const { ${it}: it } = process.getBuiltinModule("node:${name}"); return new.target ? new it(...args) : it(...args); }`,
    )
    .join("\n");

/** commander is CommonJS. It asks for `child_process` at once, for commands that are files of their own. */
const requiredModule = (name: string) =>
  name === "child_process"
    ? `exports.spawn = (...args) => process.getBuiltinModule("node:${name}").spawn(...args);`
    : `module.exports = process.getBuiltinModule("node:${name}");`;

// What every command needs is in the bundle: one file to start, and a chunk for each command. What brings
// WebAssembly, or may be missing, stays a package of its own.
export default base({
  entry: ["src/main.ts"],
  dts: false,
  sourcemap: false,
  platform: "node",
  target: "node20.19",
  minify: true,
  // tsup would take the names' `node:` away, and the modules from the plugin below.
  removeNodeProtocol: false,
  noExternal: [
    /^@scrapbook\/(core|node-io|report)/,
    "commander",
    "get-east-asian-width",
    "csv-parse",
    "@bomb.sh/tab",
  ],
  external: [/^@scrapbook\/(cloud-io|encoders-pandas)/],
  esbuildPlugins: [
    {
      name: "modules of Node when they are used",
      setup(build) {
        build.onResolve({ filter: /^[^./@]/ }, ({ path, kind }) => {
          const name = path.replace(/^node:/, "");
          if (!builtinModules.includes(name)) return undefined;
          if (kind === "require-call") return { path: name, namespace: "required" };
          return Object.hasOwn(late, name) ? { path: name, namespace: "late" } : undefined;
        });
        build.onLoad({ filter: /./, namespace: "late" }, ({ path }) => ({
          contents: lateModule(path, late[path] ?? []),
        }));
        build.onLoad({ filter: /./, namespace: "required" }, ({ path }) => ({
          contents: requiredModule(path),
        }));
      },
    },
  ],
});
