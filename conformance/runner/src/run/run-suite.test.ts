import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { makeCase } from "../testing/case.ts";
import { makeFolder } from "../testing/folder.ts";
import { runFake } from "../testing/run-fake.ts";
import type { CaseResult, Outcome } from "./case-result.ts";
import { type RunOptions, runSuite, type SuiteRun } from "./run-suite.ts";

const outcomes = ({ results }: SuiteRun): Record<string, Outcome> =>
  Object.fromEntries(results.map(({ id, outcome }) => [id, outcome]));
const resultOf = ({ results }: SuiteRun, id: string): CaseResult =>
  results.find((result) => result.id === id) as CaseResult;

describe("a harness that keeps to the protocol", () => {
  test("gets each outcome that it answers", async () => {
    const run = await runFake(["right", "wrong", "error", "skipped", "errored", "pieces", "also"]);
    expect(outcomes(run)).toEqual({
      ...{ right: "pass", wrong: "fail", error: "fail", skipped: "skipped", errored: "errored" },
      ...{ pieces: "pass", also: "pass" },
    });
    expect(resultOf(run, "skipped").message).toBe("no clock");
    expect(resultOf(run, "errored").message).toBe("KeyError: 'x'");
    expect(resultOf(run, "wrong").differences).toHaveLength(1);
    expect(run.note).toBeUndefined();
    expect(run.start.implementation.name).toBe("fake");
  });

  test("is not asked what it does not declare", async () => {
    const run = await runFake([makeCase("dies", { requires: ["read", "edit"] })]);
    expect(resultOf(run, "dies")).toMatchObject({
      outcome: "skipped",
      message: "the harness does not declare edit",
      expected: true,
    });
  });

  test("may take its time within the limit", async () => {
    const run = await runFake(["slow"]);
    expect(resultOf(run, "slow")).toMatchObject({ outcome: "pass" });
    expect(resultOf(run, "slow").durationMs).toBeGreaterThan(100);
  });

  test("is told each case once, with seq, files and options", async () => {
    const asked: unknown[] = [];
    await runFake(["a", "b"], {
      requestOf: (wanted) => {
        asked.push(wanted.id);
        return wanted.run;
      },
    });
    expect(asked).toEqual(["a", "b"]);
  });
});

describe("known failures", () => {
  const known = new Map([
    ["wrong", "rounds"],
    ["right", "was wrong once"],
    ["skipped", "no clock"],
  ]);
  test("are expected as long as they fail", async () => {
    const run = await runFake(["wrong", "right", "skipped"], { known });
    expect(resultOf(run, "wrong")).toMatchObject({ expected: true, known: "rounds" });
    expect(resultOf(run, "right")).toMatchObject({ outcome: "pass", expected: false });
    expect(resultOf(run, "skipped")).toMatchObject({ expected: true });
  });
});

describe("a harness that breaks the protocol", () => {
  const rows: readonly [id: string, message: RegExp][] = [
    ["silent", /^it did not answer within 3000 ms \(does it flush stdout/],
    ["dies", /^it left with exit code 2 instead of answering$/],
    ["killed", /^it left with SIGKILL instead of answering$/],
    ["half-line", /its last words have no line end: "\{\\"seq\\":2,"$/],
    ["noise", /^line 3 of its output is not JSON: "debug: read 3 cells" \(answers are one JSON/],
    ["empty-line", /^line 3 of its output is empty/],
    ["not-utf8", /^line 3 of its output is not UTF-8/],
    ["list", /^line 3 of its output is no JSON object: "\[1\]"/],
    ["late-seq", /^line 3 of its output answers seq 3, and seq 2 was asked$/],
    ["no-seq", /^line 3 of its output answers seq nothing, and seq 2 was asked$/],
    ["text-seq", /^line 3 of its output answers seq "2", and seq 2 was asked$/],
    // Before the next request is asked, or after: the two answers come as the system delivers them.
    ["twice", /^line 4 of its output (came without a request: "\{|answers seq 2 for the second)/],
    ["two-outcomes", /^line 3 of its output has result and skipped of result, error/],
    ["no-outcome", /^line 3 of its output has none of result, error, skipped, errored/],
    ["error-without-category", /^line 3 of its output has the error .* which has no category$/],
    ["too-long", /^line 3 of its output is longer than 1000 bytes$/],
  ];
  for (const [id, message] of rows) {
    test(`is told so where it is ${id}, and the rest goes on`, async () => {
      const options = { maxLineBytes: 1000, caseTimeoutMs: id === "silent" ? 3_000 : 60_000 };
      const run = await runFake(["first", id, "next"], options);
      expect(outcomes(run)).toEqual({ first: "pass", [id]: "errored", next: "pass" });
      expect(resultOf(run, id).message).toMatch(message);
      expect(resultOf(run, id).expected).toBe(false);
    });
  }

  test("is blamed for the case that it answers a second time", async () => {
    const run = await runFake(["first", "twice-later", "slow", "next"]);
    const expected = { first: "pass", "twice-later": "errored", slow: "pass", next: "pass" };
    expect(outcomes(run)).toEqual(expected);
    expect(resultOf(run, "twice-later").message).toMatch(/answers seq 2 for the second time/);
  });

  test("is blamed for an old seq as for a second answer", async () => {
    const run = await runFake(["first", "early-seq", "next"]);
    // The first answer of the new process is again an old one: then it is its own case's fault.
    expect(outcomes(run)).toEqual({ first: "errored", "early-seq": "errored", next: "pass" });
  });

  test("shows the end of its stderr", async () => {
    const run = await runFake(["dies"]);
    expect(resultOf(run, "dies").stderr).toBe("panic: index out of range");
  });

  test("is killed with what it started", async () => {
    const run = await runFake(["child-hangs", "next"], { caseTimeoutMs: 3_000 });
    const pid = Number(/child (\d+)/.exec(resultOf(run, "child-hangs").stderr ?? "")?.[1]);
    expect(pid).toBeGreaterThan(0);
    await expect.poll(() => isRunning(pid)).toBe(false);
    expect(resultOf(run, "next").outcome).toBe("pass");
  });

  test("is given up after three starts that failed", async () => {
    const folder = makeFolder({});
    const ids = ["dies", "a", "b", "c", "d"];
    const run = await runFake(ids, {}, ["once", join(folder, "state")]);
    const messages = run.results.map(({ message = "" }) => message.split(/[:\n]/, 1)[0]);
    const again = "the harness could not be started again";
    const left = "it left with exit code 2 instead of answering";
    expect(messages).toEqual([left, again, again, again, "not run"]);
    expect(resultOf(run, "a").message).toContain("the port is taken");
  });
});

describe("a harness that does not start", () => {
  const rows: readonly [mode: string, message: RegExp][] = [
    ["silent", /did not start: it did not answer within 400 ms/],
    [
      "leaves",
      /it left with exit code 3 instead of answering\nIts stderr:\nImportError: no module/,
    ],
    ["noise", /line 1 of its output is not JSON: "Loading pandas…"/],
    ["other-protocol", /line 1 of its output is no answer to start: protocol is 2; this runner/],
    ["no-name", /implementation.name is "", not a text/],
    ["bad-numbers", /numbers is "decimal", not one of source, exact, float64/],
    ["bad-checks", /checks is \["codes"\], not a list of code, path, source, order/],
    ["bad-capabilities", /capabilities is "read", not a list of texts/],
  ];
  for (const [mode, message] of rows) {
    test(`could not be run: ${mode}`, async () => {
      const startTimeoutMs = mode === "silent" ? 400 : 60_000;
      await expect(runFake(["a"], { startTimeoutMs }, [mode])).rejects.toThrow(message);
    });
  }

  const options: RunOptions = {
    ...{ startTimeoutMs: 1_000, caseTimeoutMs: 1_000, known: new Map() },
    requestOf: ({ run }) => run,
  };
  test("is not there", async () => {
    const running = runSuite(["no-such-harness"], [makeCase("a")], options);
    await expect(running).rejects.toThrow(/there is no program "no-such-harness"; is it installed/);
  });
  test("was given as one word", async () => {
    const running = runSuite(["node harness.js"], [makeCase("a")], options);
    await expect(running).rejects.toThrow(/give the words of the command apart: node harness.js/);
  });
});

describe("a harness that is told to stop", () => {
  test("has its exit code noted where it is not 0", async () => {
    const run = await runFake(["a"], {}, ["fails-at-stop"]);
    expect(run.note).toBe("the harness left with exit code 7 at stop");
    expect(outcomes(run)).toEqual({ a: "pass" });
  });
  test("errs its last case by a line after stop", async () => {
    const run = await runFake(["a", "b"], {}, ["speaks-at-stop"]);
    expect(outcomes(run)).toEqual({ a: "pass", b: "errored" });
  });
  test("is killed where it stays", async () => {
    const run = await runFake(["a"], { stopTimeoutMs: 200 }, ["stays-at-stop"]);
    expect(run.note).toBe("the harness did not leave at stop, and was killed");
  });
});

/** A dead process that nobody has waited for yet, as in a container without init, does not run. */
function isRunning(pid: number): boolean {
  try {
    if (readFileSync(`/proc/${pid}/stat`, "utf8").includes(") Z ")) return false;
  } catch {
    // No /proc on this system, or no such process.
  }
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
