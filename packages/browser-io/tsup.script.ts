import { writeFileSync } from "node:fs";
import { base } from "../../tsup.base.ts";

/** What runs in the worker, as one file that imports nothing. */
export default base({
  entry: { "worker/script": "src/worker/script.ts" },
  noExternal: [/./],
  splitting: false,
  minify: true,
  clean: false,
  dts: false,
  sourcemap: false,
  // It is imported for what it does.
  onSuccess: async () => writeFileSync("dist/worker/script.d.ts", "export {};\n"),
});
