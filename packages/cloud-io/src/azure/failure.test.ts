import { expect, test } from "vitest";
import { Failure } from "../failure.ts";
import { azureFailure } from "./failure.ts";

const restError = (statusCode: number, code: string, more = {}): Error =>
  Object.assign(new Error("planted"), { name: "RestError", statusCode, code, ...more });

test.each([
  [403, "AuthenticationFailed", "store-unauthenticated"],
  [403, "AuthorizationFailure", "store-permission"],
  [403, "AuthorizationPermissionMismatch", "store-permission"],
  [404, "BlobNotFound", "store-not-found"],
  [409, "BlobAlreadyExists", "store-conflict"],
  [412, "ConditionNotMet", "store-conflict"],
  [503, "ServerBusy", "store-io"],
])("%d %s is %s, and keeps nothing of what was sent", (status, word, code) => {
  const failure = azureFailure(restError(status, word)) as Failure;
  expect(failure).toBeInstanceOf(Failure);
  expect(failure.code).toBe(code);
  expect(failure.message).toContain(`HTTP ${status} ${word}`);
  expect(failure.message).not.toContain("planted");
});

test("Retry-After is taken from the answer", () => {
  const headers = { get: (name: string) => (name === "retry-after" ? "3" : undefined) };
  const failure = azureFailure(restError(503, "ServerBusy", { response: { headers } })) as Failure;
  expect(failure.details.retryAfterMs).toBe(3000);
});

test("credentials that gave no token say what to set", () => {
  const error = Object.assign(new Error("planted"), { name: "CredentialUnavailableError" });
  const failure = azureFailure(error) as Failure;
  expect(failure.code).toBe("store-unauthenticated");
  expect(failure.details.hint).toContain("AZURE_TENANT_ID");
});

test("another error is passed on as it is", () => {
  const error = new TypeError("x is not a function");
  expect(azureFailure(error)).toBe(error);
});
