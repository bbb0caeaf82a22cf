// node packages/cloud-io/bench/bench.mjs [reads] [large] [listing] [imports]: measures against a real S3 on this machine.
// Needs a build, and versitygw (npm run servers). Prints medians, and ratios of one run. With SCRAPBOOK_PYTHON, a Python
// that has scrapbook and boto3, `reads` measures Python's scrapbook on the same objects.
import { loadavg } from "node:os";
import { serverFile } from "../../../scripts/servers/installs.mjs";
import { startVersitygw } from "../../../scripts/servers/versitygw.mjs";
import { imports } from "./imports.mjs";
import { large } from "./large.mjs";
import { listing } from "./listing.mjs";
import { reads } from "./reads.mjs";

const all = { reads, large, listing, imports };
const asked = process.argv.slice(2);
console.log(`Node ${process.version}, load ${loadavg()[0]?.toFixed(1)}`);
const server = await startVersitygw(serverFile("versitygw"), ["notebooks"]);
try {
  for (const [name, run] of Object.entries(all)) {
    if (asked.length === 0 || asked.includes(name)) await run(server.url);
  }
} finally {
  await server.stop();
}
process.exit();
