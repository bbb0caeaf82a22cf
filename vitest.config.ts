import { existsSync, readdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import type { Plugin } from "vite";
import { defineConfig, type TestProjectConfiguration } from "vitest/config";
import { answer } from "./packages/browser-io/src/testing/web-server.ts";
import { findNeed, needsEnv, suffixNeeds } from "./scripts/lib/needs.mjs";
import { root } from "./scripts/lib/root.mjs";
import { ReportForScripts } from "./scripts/vitest-report.mjs";

/** Packages resolve each other's sources, so that no test needs a build. */
const source = {
  resolve: { conditions: ["@scrapbook/source"] },
  ssr: {
    resolve: { conditions: ["@scrapbook/source"], externalConditions: ["@scrapbook/source"] },
  },
};

const env = needsEnv();
/** Machines that run this are shared and slow: time is no subject of these tests. */
const patience = {
  testTimeout: 180_000,
  hookTimeout: 180_000,
  expect: { poll: { timeout: 120_000 } },
};
/** Projects with property tests. */
const tryingValues = ["core", "encoders-pandas", "report"];
const oneSeed = process.env.CI === "true" ? [`${root}scripts/one-seed.mjs`] : [];
const unmet = Object.entries(suffixNeeds)
  .filter(([, need]) => findNeed(need) === undefined)
  .map(([suffix]) => `**/*.${suffix}.test.ts`);

/** A project whose tests run in Node. */
const node = (
  name: string,
  folder: string,
  include: string[],
  more: {
    exclude?: string[];
    globalSetup?: string[];
    isolate?: boolean;
  } = {},
): TestProjectConfiguration[] =>
  existsSync(`${root}${folder}`)
    ? [
        {
          ...source,
          test: {
            name,
            root: `${root}${folder}`,
            include,
            environment: "node",
            ...patience,
            env,
            setupFiles: tryingValues.includes(name) ? oneSeed : [],
            ...more,
            exclude: [
              "**/node_modules/**",
              "**/*.browser.test.ts",
              ...unmet,
              ...(more.exclude ?? []),
            ],
          },
        },
      ]
    : [];

const packages = existsSync(`${root}packages`) ? readdirSync(`${root}packages`).sort() : [];

/** Answers the tests' page from its own origin, as the other web server does from another. */
const ownWebServer: Plugin = {
  name: "own-web-server",
  configureServer({ middlewares }) {
    middlewares.use((request, response, next) => {
      if (!answer(request, response)) next();
    });
  },
};

const hasJupyter = findNeed("jupyter") !== undefined;

/** Tests of core that are about Node, compare with what it has, or hold so much that once is enough. */
const coreOfNode = [
  "edit/draft",
  ...["error/error", "json/base64", "json/linear", "json/stringify", "outline/read-cells"],
  ...["scrap/show", "validate.examples"],
].map((name) => `packages/core/src/${name}.test.ts`);

/** Tests that run inside Chromium, with the same sources: those written for it, and core's once more. */
async function browser(): Promise<TestProjectConfiguration[]> {
  const executablePath = findNeed("chromium");
  if (executablePath === undefined) return [];
  const { playwright } = await import("@vitest/browser-playwright");
  // Made anew for each project: vitest writes a name into it.
  const chromium = () => ({
    enabled: true,
    headless: true,
    screenshotFailures: false,
    connectTimeout: patience.hookTimeout,
    provider: playwright({
      launchOptions: {
        executablePath,
        timeout: patience.hookTimeout,
        args: ["--no-sandbox", "--disable-dev-shm-usage"],
      },
    }),
    instances: [{ browser: "chromium" as const }],
  });
  return [
    {
      ...source,
      plugins: [ownWebServer],
      test: {
        name: "browser",
        include: ["packages/*/src/**/*.browser.test.ts", "quality/**/*.browser.test.ts"],
        ...patience,
        exclude: ["**/node_modules/**", ...unmet],
        globalSetup: ["web-server", ...(hasJupyter ? ["jupyter-setup"] : [])].map(
          (name) => `${root}packages/browser-io/src/testing/${name}.ts`,
        ),
        browser: chromium(),
      },
    },
    {
      ...source,
      test: {
        name: "core in Chromium",
        include: ["packages/core/src/**/*.test.ts"],
        ...patience,
        setupFiles: oneSeed,
        exclude: ["**/node_modules/**", "**/*.python.test.ts", ...coreOfNode],
        browser: chromium(),
      },
    },
  ];
}

/** Packages whose modules hold nothing that one test could leave to the next: they are loaded once for many files. */
const stateless = ["core", "report"];

/** Qualities of the packages as npm installs them: built, packed and installed once for all. */
const asInstalled = ["exports", "types", "readme", "kernels", "runtimes"];

export default defineConfig({
  test: {
    // By itself vitest leaves one processor to itself: on two, half of the machine. Some tests wait for others' servers.
    maxWorkers: availableParallelism() + 1,
    reporters: [
      "default",
      new ReportForScripts(process.env.VITEST_REPORT ?? `${root}test-results/vitest.json`),
    ],
    coverage: {
      provider: "v8",
      include: ["packages/*/src/**/*.ts"],
      exclude: ["**/generated/**", "**/testing/**", "**/*.test.ts"],
      reporter: ["text", "json-summary"],
    },
    projects: [
      ...packages.flatMap((name) =>
        node(name, `packages/${name}`, ["src/**/*.test.ts"], {
          isolate: !stateless.includes(name),
        }),
      ),
      ...node("schemas", "schemas", ["**/*.test.ts"]),
      ...node("conformance", "conformance", ["**/*.test.ts"]),
      ...node("scripts", "scripts", ["**/*.test.ts"]),
      ...node("examples", "examples", ["**/*.test.ts"]),
      ...node("quality", "quality", ["**/*.test.ts"], {
        exclude: asInstalled.map((folder) => `${folder}/**`),
      }),
      ...node(
        "published",
        "quality",
        asInstalled.map((folder) => `${folder}/**/*.test.ts`),
        {
          globalSetup: [`${root}quality/exports/consumer.ts`],
        },
      ),
      ...(await browser()),
    ],
  },
});
