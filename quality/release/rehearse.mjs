// npm run release:rehearse: publishes every package to a registry on this machine, as a maintainer would to the real
// one, then installs them from there by name alone and runs the examples of every README and guide with them.
// Nothing leaves the machine. Ends with `N passed, N failed`.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { countVitest, settle } from "../../scripts/count.mjs";
import { build } from "../../scripts/lib/install.mjs";
import { alone } from "../../scripts/lib/packing.mjs";
import { bin, npm, run } from "../../scripts/lib/run.mjs";
import { published } from "../../scripts/lib/workspaces.mjs";
import { startRegistry } from "./registry.mjs";

const folder = mkdtempSync(join(tmpdir(), "scrapbook-release-"));
let passed = 0;
let failed = 0;
try {
  if (!(await build())) throw new Error("The build failed.");
  mkdirSync(join(folder, "registry"));
  const registry = await startRegistry(join(folder, "registry"));
  try {
    const npmrc = join(folder, "npmrc");
    writeFileSync(npmrc, registry.npmrc);
    await alone(() => publishAll(npmrc));
    if (failed === 0) await useAll(registry.url);
  } finally {
    await registry.stop();
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  failed++;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${passed} passed, ${failed} failed`);
// The registry keeps timers of its own.
process.exit(failed > 0 ? 1 : 0);

/** @param {string} npmrc */
async function publishAll(npmrc) {
  for (const { folder: workspace, manifest } of published()) {
    const command = npm(
      "publish",
      `--workspace=${workspace}`,
      "--access=public",
      "--loglevel=error",
    );
    // A publish under CI would ask for a provenance statement that only the real release can give.
    const env = { npm_config_userconfig: npmrc, npm_config_provenance: "false" };
    const { code, output } = await run(command, { quiet: true, env });
    if (code === 0) passed++;
    else failed++;
    console.log(code === 0 ? `published ${manifest.name} ${manifest.version}` : output);
  }
}

/** @param {string} url */
async function useAll(url) {
  const examples = bin("vitest/vitest.mjs", "run", "--project=published", "quality/readme");
  const report = join(folder, "report.json");
  const { code, output } = await run(examples, {
    quiet: true,
    env: { SCRAPBOOK_REGISTRY: url, SCRAPBOOK_BUILT: "1", VITEST_REPORT: report },
  });
  if (!existsSync(report)) throw new Error(output);
  const counts = settle(countVitest(JSON.parse(readFileSync(report, "utf8"))), code);
  passed += counts.passed;
  failed += counts.failed;
  console.log(`installed by name, and ran ${counts.passed} examples`);
  if (code !== 0) console.error(output);
}
