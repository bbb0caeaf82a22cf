// npm run servers: installs the real servers that tests run against, each once, into the user's cache, and prints how
// long each took. `npm run servers -- azurite` installs one. One that cannot be had is said, and the rest goes on.
import { findProgram } from "../lib/find-program.mjs";
import { cacheFolder, fillOnce } from "./cache.mjs";
import { installedServer, installs, serverNames } from "./installs.mjs";

const named = process.argv.slice(2);
const names = named.length === 0 ? serverNames : serverNames.filter((name) => named.includes(name));

for (const name of names) {
  const start = performance.now();
  const said = await installServer(name);
  console.log(`${name}: ${said} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
}

/** @param {import("./installs.mjs").ServerName} name */
async function installServer(name) {
  if (installedServer(name) !== undefined) return "is there already";
  const { version, tools, install } = installs[name];
  const missing = tools.find((tool) => findProgram(tool) === undefined);
  if (missing === undefined && (await fillOnce(cacheFolder(name, version), install))) {
    return "installed";
  }
  process.exitCode = 1;
  return missing === undefined ? "could not be installed" : `needs ${missing}, which is not there`;
}
