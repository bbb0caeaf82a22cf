// node --import ./scripts/ts-loader.mjs --conditions=@scrapbook/source conformance/harnesses/ts-kernel-io/harness.ts
// In plain Node, where gluing gives the outputs back. Without the condition it is the built package that is tested.
import { speak } from "../ts-core/loop.ts";
import { harness } from "./ts-kernel-io.ts";

await speak(harness);
