// Bundles packages/report/src/page/script into the one script that a report's page carries, with its hash for the
// page's policy. --check: changes nothing, fails on a difference.
import { createHash } from "node:crypto";
import { build } from "esbuild";
import { output } from "./lib/generated.mjs";
import { root } from "./lib/root.mjs";

const { outputFiles } = await build({
  entryPoints: [`${root}packages/report/src/page/script/page.ts`],
  bundle: true,
  minify: true,
  write: false,
  format: "iife",
  target: "es2022",
  charset: "ascii",
  legalComments: "none",
});
const script = (outputFiles[0]?.text ?? "").trimEnd();
if (/<\/|<!--/.test(script)) throw new Error("The script cannot stand in a page");
const hash = createHash("sha256").update(script, "utf8").digest("base64");

output("page-script")(
  "packages/report/src/page/generated/page-script.ts",
  `// Made by scripts/page-script.mjs from packages/report/src/page/script. Do not edit.

/** The page's only script: sorts, searches, and shows what differs. */
export const pageScript: string = ${JSON.stringify(script)};

/** Its SHA-256, as a Content-Security-Policy names it. */
export const pageScriptHash = "sha256-${hash}";
`,
);
