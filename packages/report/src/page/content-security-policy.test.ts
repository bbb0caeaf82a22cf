import { expect, test } from "vitest";
import { contentSecurityPolicy } from "./content-security-policy.ts";
import { pageScriptHash } from "./generated/page-script.ts";

test("the policy allows our script, styles and pictures in the page, and nothing else", () => {
  expect(contentSecurityPolicy).toBe(
    `default-src 'none'; script-src '${pageScriptHash}'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'`,
  );
});
