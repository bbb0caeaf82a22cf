import { expect, test } from "vitest";
import { nextUrl } from "./follow.ts";

const from = new URL("https://files.example/out/a.ipynb");

test.each([
  ["b.ipynb", "https://files.example/out/b.ipynb"],
  ["/b.ipynb", "https://files.example/b.ipynb"],
  ["//other.example/b", "https://other.example/b"],
  ["https://other.example/b?sig=x", "https://other.example/b?sig=x"],
  ["https://ada:planted@other.example/b", "https://other.example/b"],
])("a redirect to %s leads to %s", (location, to) => {
  expect(nextUrl(from, location).href).toBe(to);
});

test.each([
  "http://files.example/out/a.ipynb",
  "file:///etc/passwd",
  "FILE:/etc/passwd",
  "data:text/plain,planted",
  "javascript:alert(1)",
  "ftp://files.example/a",
  "https://[planted",
])("a redirect to %s is not followed", (location) => {
  expect(() => nextUrl(from, location)).toThrow(
    expect.objectContaining({ code: "store-permission" }),
  );
});

test("a redirect may lead from http to https", () => {
  expect(nextUrl(new URL("http://files.example/"), "https://files.example/a").protocol).toBe(
    "https:",
  );
});
