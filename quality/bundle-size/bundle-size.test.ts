import { expect, test } from "vitest";
import { budgets, measure } from "./measure.mjs";

test.each(budgets)("$name fits its ceiling of $maxBytes bytes", async (budget) => {
  const { gzipped } = await measure(budget);
  expect(gzipped).toBeLessThanOrEqual(budget.maxBytes);
});
