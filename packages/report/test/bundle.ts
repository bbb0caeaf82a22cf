import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/** A module of this package's sources as one script, for a page that sets it as `window.scrapbook`. */
export async function bundle(contents: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents,
      resolveDir: fileURLToPath(new URL("../src", import.meta.url)),
      loader: "ts",
    },
    bundle: true,
    write: false,
    format: "iife",
    globalName: "scrapbook",
    conditions: ["@scrapbook/source"],
    target: "es2022",
  });
  return outputFiles[0]?.text ?? "";
}
