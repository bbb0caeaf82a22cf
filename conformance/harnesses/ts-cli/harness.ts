// node --import ./scripts/ts-loader.mjs conformance/harnesses/ts-cli/harness.ts
// It drives the command line of packages/cli, on the packages as they are built.
import { speak } from "../ts-core/loop.ts";
import { harness } from "./ts-cli.ts";

await speak(harness);
