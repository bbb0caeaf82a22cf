import { expect, test } from "vitest";
import { html } from "../html.ts";
import { createAllowance } from "./allowance.ts";

test("what fits is taken, what does not is counted", () => {
  const allowance = createAllowance(10);
  expect(
    [html`12345`, html`123456`, html`12345`, html`1`].map((markup) => allowance.take(markup)),
  ).toEqual([true, false, true, false]);
  expect(allowance.refused).toBe(2);
});
