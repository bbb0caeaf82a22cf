import { copyFileSync } from "node:fs";
import { createRequire } from "node:module";
import { base } from "../../tsup.base.ts";

const { resolve } = createRequire(import.meta.url);

export default base({
  entry: ["index", "arrow", "csv", "json", "parquet", "preview"].map((name) => `src/${name}.ts`),
  // Its JavaScript is not used, and its package holds three copies: the one file comes with ours.
  onSuccess: async () => {
    copyFileSync(resolve("parquet-wasm/esm/parquet_wasm_bg.wasm"), "dist/parquet.wasm");
  },
});
