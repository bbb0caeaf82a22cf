// node --import ./scripts/ts-loader.mjs --conditions=@scrapbook/source file.ts: runs TypeScript straight from the
// sources on every Node that we support. Newer ones strip the types themselves; 20.19 needs esbuild for it.
import { register } from "node:module";

const stripsTypes = "typescript" in process.features && process.features.typescript !== false;
if (!stripsTypes) register(new URL("./lib/ts-hooks.mjs", import.meta.url));
