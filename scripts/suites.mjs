import { existsSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { findNeed } from "./lib/needs.mjs";
import { root } from "./lib/root.mjs";
import { bin } from "./lib/run.mjs";

/**
 * @typedef {object} Suite
 * @property {string} name
 * @property {import("./lib/needs.mjs").Need[]} needs What it needs beyond Node.
 * @property {string} file The file that makes the suite: without it there is nothing to run.
 * @property {() => string[]} command Exits non-zero on failure.
 * @property {(output: string) => import("./count.mjs").Count | undefined} [count] How to read from its output how many
 *   tests it ran; default: the last line `N passed, N failed`.
 * @property {boolean} [isOutward] Whether it drives browsers, kernels, servers or npm, so that CI may run it a second
 *   time (default false).
 */

const python = () => /** @type {string} */ (findNeed("python"));
const go = () => /** @type {string} */ (findNeed("go"));

/** @param {string} script @returns {Pick<Suite, "needs" | "file" | "command">} */
const pythonScript = (script) => ({
  needs: ["python"],
  file: script,
  command: () => [python(), `${root}${script}`],
});

/** How long harnesses may take to start and to answer: a busy machine needs more than the runner's defaults. */
const patience = ["--start-timeout-ms", "300000", "--case-timeout-ms", "120000"];

/**
 * The conformance suite against one of our harnesses. Known failures are listed beside it.
 * @param {string} name
 * @param {string} script
 * @param {Suite["needs"]} needs
 * @param {() => string[]} start The command that starts the harness.
 * @param {object} [how]
 * @param {string} [how.known] The file of known failures.
 * @param {string[]} [how.options] More options of the runner.
 * @returns {Suite}
 */
const conformance = (
  name,
  script,
  needs,
  start,
  { known = "known-failures.json", options = [] } = {},
) => ({
  name: `conformance ${name}`,
  needs,
  isOutward: needs.some((need) => ["chromium", "kernels", "versitygw"].includes(need)),
  file: script,
  command: () => [
    ...[process.execPath, `${root}conformance/runner/dist/main.js`, "run"],
    ...["--suite", `${root}conformance`, "--known-failures"],
    `${root}${script.slice(0, script.lastIndexOf("/"))}/${known}`,
    ...patience,
    ...options,
    ...["--", ...start(), root + script],
  ],
});

/** Runs a harness in TypeScript on the built packages. */
const tsNode = () => [
  process.execPath,
  `--import=${pathToFileURL(`${root}scripts/ts-loader.mjs`).href}`,
];

/**
 * A violent test of writing: quality/torture/README.md.
 * @param {string} name
 * @param {Suite["needs"]} needs
 * @returns {Suite}
 */
const torture = (name, needs = []) => ({
  name,
  needs,
  file: `quality/torture/${name}.ts`,
  command: () => [
    ...tsNode(),
    "--conditions=@scrapbook/source",
    `${root}quality/torture/${name}.ts`,
  ],
});

/** @type {Suite[]} */
const all = [
  {
    name: "vitest",
    needs: [],
    file: "vitest.config.ts",
    command: () => bin("vitest/vitest.mjs", "run"),
  },
  {
    name: "schema examples",
    ...pythonScript("schemas/check/check.py"),
    count: (output) => {
      const [, valid, invalid, failed] =
        /(\d+) valid and (\d+) invalid examples, (\d+) wrong/.exec(output)?.map(Number) ?? [];
      if (valid === undefined || invalid === undefined || failed === undefined) return undefined;
      return { passed: valid + invalid - failed, failed };
    },
  },
  { name: "reference replay", ...pythonScript("conformance/producers/check.py") },
  conformance("ts-core", "conformance/harnesses/ts-core/harness.ts", [], tsNode),
  conformance("ts-node-io", "conformance/harnesses/ts-node-io/harness.ts", [], tsNode),
  conformance("ts-core in pieces", "conformance/harnesses/ts-core/harness.ts", [], tsNode, {
    options: ["--pieces", "1"],
  }),
  conformance("ts-node-io in pieces", "conformance/harnesses/ts-node-io/harness.ts", [], tsNode, {
    options: ["--pieces", "4096"],
  }),
  conformance("ts-cli", "conformance/harnesses/ts-cli/harness.ts", [], tsNode),
  conformance("ts-cloud-io", "conformance/harnesses/ts-cloud-io/harness.ts", ["versitygw"], tsNode),
  conformance("ts-kernel-io (Node)", "conformance/harnesses/ts-kernel-io/harness.ts", [], tsNode),
  conformance(
    "ts-kernel-io (Deno)",
    "conformance/harnesses/ts-kernel-io/harness.py",
    ["kernels"],
    () => [/** @type {string} */ (findNeed("kernels"))],
    { known: "known-failures-deno.json" },
  ),
  ...["fetch", "blob", "opfs"].map((way) => {
    const script = "conformance/harnesses/ts-browser-io/harness.ts";
    const suite = conformance(`ts-browser-io ${way}`, script, ["chromium"], tsNode);
    return { ...suite, command: () => [...suite.command(), way] };
  }),
  conformance(
    "python-scrapbook",
    "conformance/harnesses/python-scrapbook/harness.py",
    ["python"],
    () => [python()],
  ),
  conformance(
    "ts-pandas",
    "conformance/harnesses/ts-pandas/harness.ts",
    ["python", "pandas2"],
    tsNode,
  ),
  {
    name: "conformance go",
    needs: ["go"],
    file: "examples/other-language/harness/main.go",
    command: () => [
      ...[process.execPath, `${root}conformance/runner/dist/main.js`, "run"],
      ...["--suite", `${root}conformance`, "--require-level", "reader", ...patience],
      ...["--", go(), "run", "-C", `${root}examples/other-language`, "./harness"],
    ],
  },
  {
    name: "types in Go",
    needs: ["go"],
    file: "conformance/adoption/check-go-types.sh",
    command: () => ["sh", `${root}conformance/adoption/check-go-types.sh`],
  },
  {
    name: "documentation site",
    needs: [],
    file: "site/build.mjs",
    command: () => [process.execPath, `${root}site/build.mjs`],
    isOutward: true,
  },
  {
    name: "release rehearsal",
    needs: [],
    file: "quality/release/rehearse.mjs",
    command: () => [process.execPath, `${root}quality/release/rehearse.mjs`],
    isOutward: true,
  },
  {
    name: "papermill-typescript",
    needs: ["kernels"],
    file: "integrations/papermill-typescript/tests/check.py",
    command: () => [
      /** @type {string} */ (findNeed("kernels")),
      `${root}integrations/papermill-typescript/tests/check.py`,
    ],
    isOutward: true,
  },
  {
    name: "consumers",
    needs: ["chromium"],
    file: "quality/consumers/main.ts",
    command: () => [...tsNode(), `${root}quality/consumers/main.ts`],
    isOutward: true,
  },
  { name: "model-edits", ...pythonScript("quality/torture/model_edits.py") },
  torture("fuzz-engine", ["python"]),
  torture("race-edit"),
  torture("edit-steps"),
  torture("read-steps"),
  torture("stream-steps"),
  torture("kill-write", ["strace"]),
  torture("broken-disk", ["strace"]),
  { name: "types in Python", ...pythonScript("conformance/adoption/check-python-types.py") },
];

/** Those that take longest, so that no lane waits for one of them at the end. vitest has others beside it. */
const longest = [
  ...["vitest", "consumers", "papermill-typescript", "kill-write", "model-edits", "broken-disk"],
  ...["release rehearsal", "conformance ts-browser-io opfs", "documentation site", "fuzz-engine"],
];

/** @param {Suite} suite */
const rank = ({ name }) => (longest.includes(name) ? longest.indexOf(name) : longest.length);

/** What `npm test` runs, in this order. */
export const suites = [...all].sort((a, b) => rank(a) - rank(b));

/** @param {Suite} suite */
export const isThere = (suite) => existsSync(`${root}${suite.file}`);
