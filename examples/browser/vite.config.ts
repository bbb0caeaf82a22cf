import { fileURLToPath } from "node:url";
import { defaultClientConditions, defineConfig, type Plugin } from "vite";

const wasm = "../../../../node_modules/parquet-wasm/esm/parquet_wasm_bg.wasm";

/**
 * In this repository the packages are used as sources, so that nothing has to be built first, and the
 * WebAssembly for DataFrames is not beside them yet. A project that installs them needs no setting.
 */
export const fromSources: Plugin = {
  name: "from-sources",
  enforce: "pre",
  config: () => ({
    resolve: { conditions: ["@scrapbook/source", ...defaultClientConditions] },
  }),
  transform(code, id) {
    if (!id.endsWith("/encoders-pandas/src/engine/source.ts")) return undefined;
    return code.replace('URL("./parquet.wasm"', `URL("${wasm}"`);
  },
};

export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  plugins: [fromSources],
  build: { target: "es2022" },
});
