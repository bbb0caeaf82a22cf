import { existsSync, readdirSync } from "node:fs";
import { defineConfig, type TestProjectConfiguration } from "vitest/config";
import { findNeed, needsEnv, suffixNeeds } from "./scripts/lib/needs.mjs";
import { root } from "./scripts/lib/root.mjs";

/** Packages resolve each other's sources, so that no test needs a build. */
const source = {
  resolve: { conditions: ["@scrapbook/source"] },
  ssr: {
    resolve: { conditions: ["@scrapbook/source"], externalConditions: ["@scrapbook/source"] },
  },
};

const env = needsEnv();
const unmet = Object.entries(suffixNeeds)
  .filter(([, need]) => findNeed(need) === undefined)
  .map(([suffix]) => `**/*.${suffix}.test.ts`);

/** A project whose tests run in Node. */
const node = (
  name: string,
  folder: string,
  include: string[],
  more: { exclude?: string[]; globalSetup?: string[]; testTimeout?: number } = {},
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
            // Machines that run this are shared and slow: time is no subject of these tests.
            testTimeout: 30_000,
            env,
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

/** Tests that run inside Chromium, with the same sources. */
async function browser(): Promise<TestProjectConfiguration[]> {
  const executablePath = findNeed("chromium");
  if (executablePath === undefined) return [];
  const { playwright } = await import("@vitest/browser-playwright");
  return [
    {
      ...source,
      test: {
        name: "browser",
        include: ["packages/*/src/**/*.browser.test.ts", "quality/**/*.browser.test.ts"],
        browser: {
          enabled: true,
          headless: true,
          screenshotFailures: false,
          provider: playwright({
            launchOptions: {
              executablePath,
              args: ["--no-sandbox", "--disable-dev-shm-usage"],
            },
          }),
          instances: [{ browser: "chromium" }],
        },
      },
    },
  ];
}

/** Qualities of the packages as npm installs them: built, packed and installed once for all. */
const asInstalled = ["exports", "types", "readme"];

export default defineConfig({
  test: {
    reporters: ["default", ["json", { outputFile: `${root}test-results/vitest.json` }]],
    coverage: {
      provider: "v8",
      include: ["packages/*/src/**/*.ts"],
      exclude: ["**/generated/**", "**/testing/**", "**/*.test.ts"],
      reporter: ["text", "json-summary"],
    },
    projects: [
      ...packages.flatMap((name) => node(name, `packages/${name}`, ["src/**/*.test.ts"])),
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
          testTimeout: 120_000,
        },
      ),
      ...(await browser()),
    ],
  },
});
