import { defineConfig } from "vitest/config";

/** Core's tests alone, as Stryker runs them against each mutant of core. */
export default defineConfig({
  resolve: { conditions: ["@scrapbook/source"] },
  test: { include: ["packages/core/src/**/*.test.ts"], exclude: ["**/*.*.test.ts"] },
});
