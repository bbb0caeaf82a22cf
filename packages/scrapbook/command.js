#!/usr/bin/env node
// The command line of @scrapbook/cli, under the name that people type.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const manifest = createRequire(import.meta.url).resolve("@scrapbook/cli/package.json");
await import(new URL("dist/main.js", pathToFileURL(manifest)).href);
