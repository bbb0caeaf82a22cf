// node --import ./scripts/ts-loader.mjs --conditions=@scrapbook/source conformance/harnesses/ts-cloud-io/harness.ts
// Without the condition it is the built package that is tested. Needs versitygw: npm run servers.
import { speak } from "../ts-core/loop.ts";
import { server } from "./bucket.ts";
import { harness } from "./ts-cloud-io.ts";

await speak(harness);
await server.stop();
// Connections that are kept for the next request would hold it.
process.exit();
