// node --import ./scripts/ts-loader.mjs --conditions=@scrapbook/source conformance/harnesses/ts-core/harness.ts
// Without the condition it is the built package that is tested.
import { speak } from "./loop.ts";
import { harness } from "./ts-core.ts";

await speak(harness);
