import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test, vi } from "vitest";
import { CannotRun } from "./cannot-run.ts";
import { runCommand } from "./cli.ts";
import type { JsonRecord } from "./json.ts";
import { createSchemas } from "./protocol/validator.ts";
import { makeCase } from "./testing/case.ts";
import { makeFolder } from "./testing/folder.ts";
import { fakeHarness } from "./testing/run-fake.ts";

const conformance = fileURLToPath(new URL("../..", import.meta.url));
const schema = (name: string): string =>
  readFileSync(join(conformance, `schema/${name}.schema.json`), "utf8");

/** A suite of cases that the fake harness answers as their ids say. */
function makeSuite(...ids: readonly string[]): string {
  const files: Record<string, unknown> = {};
  for (const id of ids) {
    const { group: _group, file: _file, ...content } = makeCase(id);
    files[`cases/fake/${id}.json`] = { ...content, description: `something holds of ${id}` };
  }
  for (const name of ["case", "harness", "report"]) {
    files[`schema/${name}.schema.json`] = schema(name);
  }
  return makeFolder(files);
}

/** What the command prints and how it ends, its refusals as they reach a person. */
async function command(...args: readonly string[]): Promise<Ended> {
  const ended = { code: 0, out: "", err: "" };
  const log = vi.spyOn(console, "log").mockImplementation((text: string) => {
    ended.out += `${text}\n`;
  });
  try {
    return { ...ended, code: await runCommand(args), out: ended.out };
  } catch (error) {
    if (!(error instanceof CannotRun)) throw error;
    return { ...ended, code: 2, err: error.message };
  } finally {
    log.mockRestore();
  }
}

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

describe("scrapbook-conformance run", () => {
  test("ends with 0 where everything is as expected", async () => {
    const { code, out } = await command(
      "run",
      "--suite",
      makeSuite("a", "skipped"),
      ...fakeHarness(),
    );
    expect(out).toContain("  reader   1 of 2\n  skipped 1: no clock\n1 passed, 0 failed\n");
    expect(code).toBe(0);
  });

  test("reads in pieces with a harness that says it can, and with no other", async () => {
    const suite = ["run", "--suite", makeSuite("a"), "--pieces"];
    const unable = await command(...suite, "5", ...fakeHarness());
    expect(unable).toMatchObject({ code: 2, err: expect.stringContaining("declare pieces") });
    expect(await command(...suite, "5", ...fakeHarness("in-pieces"))).toMatchObject({ code: 0 });
    const none = await command(...suite, "0", ...fakeHarness("in-pieces"));
    expect(none).toMatchObject({
      code: 2,
      err: "--pieces needs a number of bytes from 1 on, got 0",
    });
  });

  test("ends with 1 where it is not, and shows what differs", async () => {
    const { code, out } = await command(
      "run",
      "--suite",
      makeSuite("a", "wrong"),
      ...fakeHarness(),
    );
    expect(out).toContain("FAIL  wrong: something holds of wrong\n  scraps\n");
    expect(out.trimEnd().split("\n").at(-1)).toBe("1 passed, 1 failed");
    expect(code).toBe(1);
  });

  test("ends with 1 where a known failure passes", async () => {
    const known = join(makeFolder({ "known.json": { a: "was wrong" } }), "known.json");
    const suite = makeSuite("a", "b");
    const { code, out } = await command(
      ...["run", "--suite", suite, "--known-failures", known, "--", ...fakeHarness()],
    );
    expect(out).toContain("UNEXPECTED PASS  a");
    expect(code).toBe(1);
  });

  test("ends with 1 where a level that is required is not complete", async () => {
    const args = ["--require-level", "reader", ...fakeHarness()];
    const { code, out } = await command("run", "--suite", makeSuite("a", "skipped"), ...args);
    expect(out).toContain("level reader is not complete");
    expect(code).toBe(1);
  });

  test("writes reports that fit their schema, and are merged again", async () => {
    const folder = makeFolder({});
    const file = (name: string): string => join(folder, "out", name);
    const outputs = ["json", "junit", "markdown", "html"].flatMap((kind) => [
      `--${kind}`,
      file(`report.${kind}`),
    ]);
    await command("run", "--suite", makeSuite("a", "wrong", "dies"), ...outputs, ...fakeHarness());
    const report = JSON.parse(readFileSync(file("report.json"), "utf8")) as JsonRecord;
    expect(createSchemas(conformance).load("report")(report)).toEqual([]);
    expect(readFileSync(file("report.junit"), "utf8")).toContain('failures="1" errors="1"');
    const badges = join(folder, "badges");
    const merged = await command(
      "report",
      "--badges",
      badges,
      file("report.json"),
      file("report.json"),
    );
    expect(merged).toMatchObject({ code: 0, out: "" });
    expect(existsSync(join(badges, "fake-reader.svg"))).toBe(true);
    const { out } = await command("report", file("report.json"), file("report.json"));
    expect(out).toContain("| reader | ◐ 1 of 3 | ◐ 1 of 3 |");
    expect(readFileSync(file("report.markdown"), "utf8")).toContain("| reader | ◐ 1 of 3 |");
  });

  test("explains a harness's mistakes by schema where it is asked to", async () => {
    const suite = makeSuite("extra-member", "bad-scrap");
    const unchecked = await command("run", "--suite", suite, ...fakeHarness());
    expect(unchecked.out).toContain("1 passed, 1 failed");
    const { out } = await command("run", "--validate", "--suite", suite, ...fakeHarness());
    expect(out).toContain('the whole: has the unknown member "elapsed"');
    expect(out).toContain("/result/scraps/0/source: ");
  });

  const refused: readonly [name: string, args: readonly string[], words: string][] = [
    ["no command", ["run"], "run needs the command that starts a harness"],
    ["an unknown option", ["run", "--colour", "node"], "Unknown option '--colour'"],
    ["an unknown command", ["test"], "there is no command test"],
    ["nothing", [], "a command is needed"],
    ["a time that is none", ["run", "--case-timeout-ms", "1s", "node"], "needs a number of milli"],
    ["an unknown level", ["run", "--require-level", "writer", "node"], "there is no level writer"],
    [
      "a report that is none",
      ["report", join(conformance, "CASES.md")],
      "it is not JSON: line 1, column 1",
    ],
    ["a report that is not there", ["report", "/no/report.json"], "cannot be read"],
  ];
  for (const [name, args, words] of refused) {
    test(`ends with 2 for ${name}`, async () => {
      const { code, err } = await command(...args);
      expect(err).toContain(words);
      expect(code).toBe(2);
    });
  }

  test("ends with 2 where the harness does not start", async () => {
    const { code, err } = await command("run", "--suite", makeSuite("a"), ...fakeHarness("leaves"));
    expect(err).toContain("did not start: it left with exit code 3 instead of answering");
    expect(err).toContain("ImportError: no module named scrapbook");
    expect(code).toBe(2);
  });

  test("ends with 2 for a suite with no case, and for one with a broken case", async () => {
    const empty = makeFolder({ "cases/README.md": "" });
    expect(await command("run", "--suite", empty, "node")).toMatchObject({ code: 2 });
    const broken = makeFolder({ "cases/g/a.json": "{" });
    const { code, err } = await command("run", "--suite", broken, "node");
    expect(err).toContain("cases/g/a.json: it is not JSON: line 1, column 2: it ends early");
    expect(code).toBe(2);
  });

  test("ends with 2 where the harness can do nothing that is asked", async () => {
    const { code, err } = await command("run", "--suite", makeSuite("skipped"), ...fakeHarness());
    expect(err).toContain("no case was run");
    expect(code).toBe(2);
  });
});

describe("scrapbook-conformance list and lint", () => {
  test("list tells ids, levels and what holds", async () => {
    const { code, out } = await command("list", "--suite", makeSuite("a", "b"), "--case", "b");
    expect(out).toBe("b  reader  something holds of b\n1 cases\n");
    expect(code).toBe(0);
  });

  test("lint ends with 1 where a case is wrong", async () => {
    const { code, out } = await command("lint", "--suite", makeSuite("a"));
    expect(out).toContain('cases/fake/a.json: the whole: lacks the member "$schema"');
    expect(out).toContain("0 passed, 1 failed");
    expect(code).toBe(1);
  });

  test("the suite in this repository is without fault", async () => {
    const { code, out } = await command("lint", "--suite", conformance);
    expect(out).toMatch(/^\d+ passed, 0 failed\n$/);
    expect(code).toBe(0);
  });

  test("each command has a help, and there is a version", async () => {
    for (const name of ["run", "list", "lint", "report", "smoke"])
      expect((await command(name, "--help")).out).toContain(`scrapbook-conformance ${name}`);
    expect((await command("--version")).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});
