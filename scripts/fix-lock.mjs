// npm run lock: makes package-lock.json one that `npm ci` accepts on every platform, and that names no registry.
//
// npm >= 11.16 leaves out of the lock file the optional packages of other platforms that the registry in use does
// not serve, and `npm ci` then refuses the file (npm/cli#9846). This adds an entry for each. Such an entry can have
// no `integrity`: it was never downloaded here. --check: changes nothing, fails on a difference.
import { readFileSync, writeFileSync } from "node:fs";
import { checking } from "./lib/generated.mjs";
import { root } from "./lib/root.mjs";
import { completeLock } from "./lock/complete-lock.mjs";

const path = `${root}package-lock.json`;
const text = readFileSync(path, "utf8");
const { lock, added, notes } = completeLock(JSON.parse(text));
const fresh = `${JSON.stringify(lock, null, 2)}\n`;
for (const note of notes) console.error(note);
if (fresh !== text) {
  if (checking) {
    console.error("package-lock.json lacks entries or names a registry; npm run lock");
    process.exitCode = 1;
  } else {
    writeFileSync(path, fresh);
    console.log(`package-lock.json: ${added} entries added`);
  }
}
