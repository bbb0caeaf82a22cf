import { describe, expect, onTestFinished, test } from "vitest";
import { makeCase } from "../testing/case.ts";
import { fakeHarness, runFake } from "../testing/run-fake.ts";
import type { CaseResult } from "./case-result.ts";
import { type Judge, startJudge } from "./judge.ts";

const times = { startTimeoutMs: 5_000, caseTimeoutMs: 2_000 };
const files = [{ key: "nb", path: "/original.ipynb" }];
const bytes = { $bytes: "e30=" };

async function callJudge(mode = "good"): Promise<Judge> {
  const judge = await startJudge(fakeHarness(mode), times);
  onTestFinished(() => judge.stop());
  return judge;
}

async function runJudged(id: string, judge: Judge): Promise<CaseResult | undefined> {
  const wanted = makeCase(id, { run: { op: "edit" }, expect: { bytes } });
  const requestOf = (): { op: string; files: typeof files } => ({ op: "edit", files });
  const { results } = await runFake([wanted], { judge, requestOf });
  return results[0];
}

describe("a judge", () => {
  test("passes a file that both read alike", async () => {
    const judge = await callJudge();
    expect(await runJudged("writes", judge)).toMatchObject({ outcome: "pass" });
    expect(judge.count()).toBe(1);
    expect(judge.name).toBe("fake 1.2.3 (JavaScript)");
  });

  test("fails a file that they read differently", async () => {
    expect(await runJudged("writes-badly", await callJudge())).toMatchObject({
      outcome: "fail",
      differences: [{ path: "bytes, read by both: scraps" }],
    });
  });

  test("fails a file that it cannot read though it reads the original", async () => {
    expect(await runJudged("writes", await callJudge("cannot-read"))).toMatchObject({
      outcome: "fail",
      differences: [{ path: "bytes", expected: "a file that the judge can read" }],
    });
  });

  test("has nothing to say where it cannot read the original either", async () => {
    const judge = await callJudge("cannot-read-any");
    expect(await runJudged("writes", judge)).toMatchObject({ outcome: "pass" });
    expect(judge.count()).toBe(0);
  });

  test("is not asked where no file was written", async () => {
    const judge = await callJudge("breaks-down");
    const { results } = await runFake(["right"], { judge });
    expect(results[0]).toMatchObject({ outcome: "pass" });
  });

  test("that breaks down is named, and started again", async () => {
    const judge = await callJudge("breaks-down");
    for (const _ of [1, 2]) {
      expect(await runJudged("writes", judge)).toMatchObject({
        outcome: "errored",
        message: "the judge: it left with exit code 5 instead of answering",
      });
    }
  });
});
