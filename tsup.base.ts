import { defineConfig, type Options } from "tsup";

/** What every published package is built with: ESM only, declarations, shared chunks between entries. */
export const base = (options: Options = {}) =>
  defineConfig({
    entry: ["src/index.ts"],
    format: ["esm"],
    // tsup 8.5 sets baseUrl for declarations, which TypeScript 6 reports as deprecated (TS5101).
    // `npm run typecheck` checks; isolatedDeclarations makes that needless here.
    dts: { compilerOptions: { ignoreDeprecations: "6.0", noCheck: true } },
    clean: true,
    sourcemap: true,
    target: "es2022",
    platform: "neutral",
    // Without splitting a lazily imported file is inlined and two entries get two error classes.
    splitting: true,
    treeshake: true,
    ...options,
  });
