import { expect, test } from "vitest";
import { loadPackage } from "./missing-package.ts";

const notFound = (message: string): Error =>
  Object.assign(new Error(message), { code: "ERR_MODULE_NOT_FOUND" });

test("a package that is missing says how it is installed", async () => {
  const loading = loadPackage("sdk", "x://", async () => {
    throw notFound("Cannot find package 'sdk' imported from a.js");
  });
  await expect(loading).rejects.toThrow(
    "[store-scheme] x:// addresses need the package sdk, which is not installed. Install it: npm install sdk",
  );
});

test("what a package itself lacks is not taken for its being away", async () => {
  const error = notFound("Cannot find package 'other' imported from b.js");
  const loading = loadPackage("sdk", "x://", async () => {
    throw error;
  });
  await expect(loading).rejects.toBe(error);
});

test("a package that is there is given", async () => {
  expect(await loadPackage("sdk", "x://", async () => ({ one: 1 }))).toEqual({ one: 1 });
});
