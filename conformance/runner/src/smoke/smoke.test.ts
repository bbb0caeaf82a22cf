import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { createValidate } from "../protocol/validator.ts";
import { fakeHarness } from "../testing/run-fake.ts";
import { type SmokeResult, smoke } from "./smoke.ts";

const folder = fileURLToPath(new URL("../../..", import.meta.url));

async function tryOut(...mode: readonly string[]): Promise<readonly SmokeResult[]> {
  const results: SmokeResult[] = [];
  const times = { startTimeoutMs: 5_000, caseTimeoutMs: 1_000, stopTimeoutMs: 200 };
  const options = { ...times, validate: createValidate(folder) };
  await smoke(fakeHarness(...mode), options, (result) => results.push(result));
  return results;
}

describe("smoke", () => {
  test("tells each step that a harness does not do right", async () => {
    const results = await tryOut();
    expect(results.map(({ outcome }) => outcome)).toEqual(["ok", "wrong", "wrong", "wrong", "ok"]);
    expect(results[0]?.name).toBe("start is answered: fake 1.2.3 (JavaScript)");
    expect(results[2]?.why).toContain("scraps\n  expected  1 of them");
  });

  test("tells a harness that stays at stop", async () => {
    const last = (await tryOut("stays-at-stop")).at(-1);
    expect(last).toMatchObject({ outcome: "wrong", why: "it stayed, and was killed" });
  });

  test("ends where the harness breaks the protocol", async () => {
    const results = await tryOut("breaks-down");
    expect(results).toHaveLength(2);
    expect(results[1]?.why).toBe("it left with exit code 5 instead of answering");
  });

  test("could not be run where the harness does not start", async () => {
    await expect(tryOut("leaves")).rejects.toThrow(/the harness did not start: it left with/);
  });
});
