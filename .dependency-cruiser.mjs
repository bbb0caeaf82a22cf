// Who may import whom: the arrows between packages, and the floors inside core. ARCHITECTURE.md says why.
// Types count as imports: what compiles only together belongs together.

/** The folders whose imports are looked at. */
export const cruised = ["packages", "conformance", "quality", "scripts", "schemas", "examples"];

/** The floors of core, from the ground up: a folder imports only itself and those before it. */
const floors = [
  "error",
  "json",
  "json/edit",
  "protocol",
  "outline",
  "encoder",
  "decode",
  "encode",
  "papermill",
  "scrap",
  "notebook",
  "scrapbook",
  "edit",
  "io",
  "stream",
];

/** Beside the floors: what imports the lowest alone, and what is imported by nobody in core. */
const annexes = ["simd"];
const annexMayImport = ["error", "json", "outline"];

/**
 * Which packages may be imported by which, beside their own files.
 * @type {Record<string, readonly string[]>}
 */
const arrows = {
  core: [],
  "browser-io": ["core"],
  "cloud-io": ["core"],
  "encoders-pandas": ["core"],
  "kernel-io": ["core"],
  "node-io": ["core"],
  report: ["core"],
  cli: ["core", "node-io", "report", "encoders-pandas"],
};

/**
 * What may be missing at run time, and is only ever imported when a location asks for it: a location such as
 * `s3://…` loads cloud-io, which its user has installed.
 * @type {Record<string, readonly string[]>}
 */
const lazyArrows = { "node-io": ["cloud-io"] };

const core = "^packages/core/src/";
const entries = `${core}(index|internal|redact|validate)[.]ts$`;
const platform = `${core}platform[.]ts$`;
/** What tests import, and what a folder `testing` keeps for them, is their own business. */
const tests = "([.]test[.]ts$|/testing/)";

/**
 * The files of some of core's folders, without the folders in them.
 * @param {readonly string[]} folders
 */
const filesOf = (folders) => `${core}(${folders.join("|")})/(generated/)?[^/]+$`;

/** @type {import("dependency-cruiser").IForbiddenRuleType[]} */
const floorRules = floors.map((floor, level) => ({
  name: `floor-${floor.replace("/", "-")}`,
  comment: `core/src/${floor} imports only folders above it in the list of ARCHITECTURE.md.`,
  severity: "error",
  from: { path: filesOf([floor]), pathNot: tests },
  to: {
    path: core,
    pathNot: [platform, filesOf(floors.slice(0, level + 1))],
  },
}));

/** @type {import("dependency-cruiser").IForbiddenRuleType[]} */
const arrowRules = Object.entries(arrows).map(([name, others]) => ({
  name: `arrow-${name}`,
  comment: `packages/${name} imports, of this repository, ${others.join(", ") || "nothing"} alone.`,
  severity: "error",
  from: { path: `^packages/${name}/src/`, pathNot: tests },
  to: {
    path: "^(packages|conformance|quality|schemas|scripts|examples)/",
    pathNot: [name, ...others, ...(lazyArrows[name] ?? [])].map((other) => `^packages/${other}/`),
  },
}));

/** @type {import("dependency-cruiser").IForbiddenRuleType[]} */
const lazyRules = Object.entries(lazyArrows).map(([name, others]) => ({
  name: `lazy-${name}`,
  comment: `packages/${name} imports ${others.join(", ")} when it is asked for, never at its start; types are free.`,
  severity: "error",
  from: { path: `^packages/${name}/src/`, pathNot: tests },
  to: {
    path: others.map((other) => `^packages/${other}/`),
    dependencyTypesNot: ["dynamic-import", "type-only"],
  },
}));

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    {
      name: "no-cycle",
      comment: "Files that import each other are one thing; types count.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "resolvable",
      comment:
        "An import that leads nowhere is held by no rule. tslab's own cells bring tslab along.",
      severity: "error",
      from: { path: "^packages/", pathNot: tests },
      to: { couldNotResolve: true, pathNot: "^tslab$" },
    },
    {
      name: "core-imports-nothing",
      comment: "core has no dependency and no platform.",
      severity: "error",
      from: { path: core, pathNot: tests },
      to: { pathNot: core },
    },
    {
      name: "platform-is-the-ground",
      comment: "What names the platform imports nothing.",
      severity: "error",
      from: { path: platform },
      to: {},
    },
    ...floorRules,
    {
      name: "annex",
      comment: `An annex of core imports ${annexMayImport.join(", ")} alone.`,
      severity: "error",
      from: { path: filesOf(annexes), pathNot: tests },
      to: { path: core, pathNot: [platform, filesOf([...annexMayImport, ...annexes])] },
    },
    {
      name: "every-room-has-a-floor",
      comment: "A new folder of core takes its place in the list of floors.",
      severity: "error",
      from: {
        path: core,
        pathNot: [platform, entries, tests, filesOf([...floors, ...annexes])],
      },
      to: {},
    },
    ...arrowRules,
    ...lazyRules,
    {
      name: "every-package-has-an-arrow",
      comment: "A new package takes its place among the arrows.",
      severity: "error",
      from: {
        path: "^packages/[^/]+/src/",
        pathNot: Object.keys(arrows).map((name) => `^packages/${name}/`),
      },
      to: { path: "^packages/" },
    },
    {
      name: "by-name",
      comment: "One package imports another by its name: only what it exports.",
      severity: "error",
      from: { path: "^packages/([^/]+)/src/" },
      to: { path: "^packages/", pathNot: "^packages/$1/", dependencyTypes: ["local"] },
    },
    {
      name: "nobody-imports-conformance",
      comment: "The proof stands outside of what it proves; tests of packages included.",
      severity: "error",
      from: { path: "^packages/" },
      to: { path: "^conformance/" },
    },
    {
      name: "no-test-in-production",
      comment: "What is published imports no test and nothing that tests share.",
      severity: "error",
      from: { path: "^packages/[^/]+/src/", pathNot: tests },
      to: { path: tests },
    },
  ],
  options: {
    doNotFollow: { path: ["(^|/)node_modules/", "(^|/)dist/"] },
    exclude: { path: ["(^|/)dist/", "^quality/bench/corpora/"] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["@scrapbook/source", "import", "node", "default", "types"],
    },
  },
};
