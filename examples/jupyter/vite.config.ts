import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { fromSources } from "../browser/vite.config.ts";

export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  plugins: [fromSources],
  build: { target: "es2022" },
});
