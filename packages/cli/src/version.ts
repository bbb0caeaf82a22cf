import { readFileSync } from "node:fs";

/** The version of this package. Its manifest lies beside the folder of this file, built or not. */
export function version(): string {
  const manifest = readFileSync(new URL("../package.json", import.meta.url), "utf8");
  return (JSON.parse(manifest) as { version: string }).version;
}
