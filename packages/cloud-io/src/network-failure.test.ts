import { expect, test } from "vitest";
import { networkFailure } from "./network-failure.ts";

const withCode = (code: string): Error => Object.assign(new Error("planted"), { code });

test.each([
  ["ECONNRESET", true, true],
  ["EPIPE", true, true],
  ["ECONNREFUSED", true, undefined],
  ["EAI_AGAIN", true, undefined],
  ["ENOTFOUND", false, undefined],
  ["CERT_HAS_EXPIRED", false, undefined],
])("%s may pass: %s; may be done: %s", (code, isPassing, mayBeDone) => {
  const failure = networkFailure(withCode(code));
  expect(failure).toMatchObject({ code: "store-unreachable", details: { got: code, isPassing } });
  expect(failure?.details.mayBeDone).toBe(mayBeDone);
  expect(failure?.message).not.toContain("planted");
});

test("a cause is found below what wraps it", () => {
  const wrapped = new Error("request failed", { cause: withCode("ECONNRESET") });
  expect(networkFailure(wrapped)?.details.got).toBe("ECONNRESET");
  const many = Object.assign(new Error("all failed"), { errors: [withCode("ECONNREFUSED")] });
  expect(networkFailure(many)?.details.got).toBe("ECONNREFUSED");
});

test("a connection that hangs up without a code is a dropped one", () => {
  expect(networkFailure(new Error("socket hang up"))?.details.mayBeDone).toBe(true);
});

test("another error is none of the network", () => {
  expect(networkFailure(new TypeError("x is not a function"))).toBeUndefined();
  expect(networkFailure(undefined)).toBeUndefined();
});
