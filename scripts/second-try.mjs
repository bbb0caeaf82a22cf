// What CI may run a second time, and what came of it: CONTRIBUTING.md says why.
/** @typedef {import("./vitest-report.mjs").VitestReport} VitestReport */
/** @typedef {import("./vitest-report.mjs").ModuleReport} ModuleReport */

/**
 * Projects whose tests drive browsers, kernels, servers, terminals or npm. Of all others only the files are that say
 * by their name what they need.
 */
const outward = new Set([
  ...["browser", "core in Chromium", "browser-io", "cloud-io", "kernel-io", "cli"],
  ...["conformance", "examples", "published"],
]);
const ofBrowser = new Set(["browser", "core in Chromium"]);

/** @param {Pick<ModuleReport, "project" | "file">} module @param {readonly string[]} suffixes */
const isOutward = ({ project, file }, suffixes) =>
  outward.has(project) || suffixes.some((suffix) => file.endsWith(`.${suffix}.test.ts`));

/** What vitest says when Chromium has gone, or did not come. @param {string} message */
const isLostBrowser = (message) =>
  /Browser connection was closed|Failed to connect to the browser session/.test(message);

/**
 * The files to run once more, by project: all that failed. None where something failed that has to pass the first
 * time. A browser that was lost takes files along unrun: its projects run whole, and their list is empty.
 * @param {VitestReport} report
 * @param {readonly string[]} suffixes Those of files that say what they need.
 * @returns {Map<string, string[]>}
 */
export function filesToRunAgain({ modules, errors }, suffixes) {
  const failed = modules.filter(hasFailed);
  /** @type {Map<string, string[]>} */
  const again = new Map();
  if (!failed.every((module) => isOutward(module, suffixes))) return again;
  if (!errors.every(isLostBrowser)) return again;
  for (const { project, file } of failed) again.set(project, [...(again.get(project) ?? []), file]);
  if (errors.length > 0) for (const project of ofBrowser) again.set(project, []);
  return again;
}

/**
 * A report in which files that ran again stand as they did the second time.
 * @param {VitestReport} first
 * @param {readonly VitestReport[]} second
 * @returns {VitestReport}
 */
export function withSecondTry(first, second) {
  const latest = new Map(
    [first, ...second].flatMap(({ modules }) => modules.map((module) => [keyOf(module), module])),
  );
  return { modules: [...latest.values()], errors: second.flatMap(({ errors }) => errors) };
}

/**
 * What failed the first time and not the second: tests, and files that were broken.
 * @param {VitestReport} first
 * @param {VitestReport} latest
 * @returns {string[]}
 */
export function passedAtSecondTry(first, latest) {
  const after = new Map(latest.modules.map((module) => [keyOf(module), module]));
  return first.modules.filter(hasFailed).flatMap((module) => {
    const now = after.get(keyOf(module));
    if (now === undefined || now.isBroken) return [];
    const names = module.isBroken ? ["(the file itself)"] : module.failed;
    return names
      .filter((name) => !now.failed.includes(name))
      .map((name) => `${module.file} > ${name}`);
  });
}

/** @param {ModuleReport} module */
const hasFailed = ({ failed, isBroken }) => isBroken || failed.length > 0;

/** @param {ModuleReport} module */
const keyOf = ({ project, file }) => `${project} ${file}`;
