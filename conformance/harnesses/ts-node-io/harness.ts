// node --import ./scripts/ts-loader.mjs --conditions=@scrapbook/source conformance/harnesses/ts-node-io/harness.ts
// Without the condition it is the built package that is tested.
import { speak } from "../ts-core/loop.ts";
import { harness } from "./ts-node-io.ts";

await speak(harness);
