// npm run python: makes .venv and .venv-pandas2 with the pinned Python packages that the Python checks use. Leaves
// one that is already there with the same requirements. `npm run python -- bench` makes .venv-bench, for `npm run bench`.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { root } from "./lib/root.mjs";
import { run } from "./lib/run.mjs";

if (process.argv[2] === "bench") {
  await makeEnvironment(".venv-bench", ["quality/bench/requirements.txt"]);
} else {
  // Installed together, so their pins agree.
  await makeEnvironment(".venv", [
    "conformance/producers/requirements.txt",
    "schemas/check/requirements.txt",
    "examples/tickers/requirements.txt",
    "conformance/adoption/requirements.txt",
    "packages/browser-io/src/testing/requirements.txt",
  ]);
  await makeEnvironment(".venv-pandas2", [
    "conformance/harnesses/ts-pandas/requirements-pandas2.txt",
  ]);
}

/**
 * @param {string} name The folder.
 * @param {string[]} files Its requirements.
 */
async function makeEnvironment(name, files) {
  const requirements = files.filter((file) => existsSync(root + file));
  const venv = `${root}${name}`;
  const stamp = `${venv}/requirements.sha256`;
  const python = `${venv}/${process.platform === "win32" ? "Scripts/python.exe" : "bin/python"}`;

  const hash = createHash("sha256");
  for (const file of requirements) hash.update(readFileSync(root + file));
  const wanted = hash.digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) {
    console.log(`${name} is up to date`);
    return;
  }
  const base = await systemPython();
  console.log(`Making ${name} with ${base} ...`);
  rmSync(venv, { recursive: true, force: true });
  await must([base, "-m", "venv", name]);
  await must([
    python,
    ...["-m", "pip", "install", "--quiet", "--no-input", "--disable-pip-version-check"],
    ...requirements.flatMap((file) => ["-r", file]),
  ]);
  writeFileSync(stamp, wanted);
  console.log(`${name} is ready`);
}

/** The first Python of a good age; pandas 3 needs 3.11. */
async function systemPython() {
  const names = ["python3", "python3.14", "python3.13", "python3.12", "python3.11", "python"];
  for (const name of [process.env.PYTHON ?? "python3", ...names]) {
    const probe = [name, "-c", "import sys, venv, ensurepip; print(sys.version_info >= (3, 11))"];
    const { code, output } = await run(probe, { quiet: true });
    if (code === 0 && output.trim() === "True") return name;
  }
  console.error(
    "No Python >= 3.11 with venv and ensurepip (on Debian: apt-get install python3-venv).",
  );
  process.exit(1);
}

/** @param {string[]} command */
async function must(command) {
  const { code } = await run(command);
  if (code !== 0) process.exit(code);
}
