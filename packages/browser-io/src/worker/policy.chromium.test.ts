import { expect, test } from "vitest";
import { openSite, type Scrapbook } from "../testing/site.ts";

declare const scrapbook: Scrapbook;

test.each([
  ["script-src 'self'", "read"],
  ["script-src 'self'; worker-src 'none'", "store-unsupported"],
])("under the policy %s a worker gives: %s", async (policy, expected) => {
  const site = await openSite(policy);
  const page = await site.open();
  const outcome = await page.evaluate(async () => {
    const worker = () => new Worker("/worker.js", { type: "module" });
    const reader = scrapbook.notebookWorker({ worker });
    return reader.readNotebook("/web/notebook").then(
      () => "read",
      ({ message }: Error) => message,
    );
  });
  expect(outcome).toContain(expected);
  if (expected !== "read")
    expect(outcome).toContain("Content-Security-Policy must allow it (worker-src)");
  await site.close();
});
