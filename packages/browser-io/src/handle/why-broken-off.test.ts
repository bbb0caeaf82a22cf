import { expect, test } from "vitest";
import { whyBrokenOff } from "./why-broken-off.ts";

test.each([
  ["AbortError", "QuotaExceededError"],
  ["NotFoundError", "NotFoundError"],
])("writing that ended with %s is said to have ended with %s", (given, said) => {
  expect(() => whyBrokenOff(new DOMException("broken off", given))).toThrow(
    expect.objectContaining({ name: said, message: "broken off" }),
  );
});
