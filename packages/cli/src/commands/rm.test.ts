import { expect, test } from "vitest";
import { workspace } from "../testing/workspace.ts";

const space = workspace();

test("several notebooks are changed only when somebody agrees", async () => {
  const refused = await space.run("rm", "tickers", "--encoder", "pandas");
  expect(refused).toMatchObject({ code: 2 });
  expect(refused.err).toContain("--yes");
  expect((await space.run("ls", "tickers", "--encoder", "pandas")).out).toContain("12 scraps");
  const removed = await space.run("rm", "tickers", "--encoder", "pandas", "--yes");
  expect(removed.err).toContain("12 scraps removed in 12 notebooks");
  expect((await space.run("ls", "tickers", "--encoder", "pandas")).out).toContain("0 scraps");
});

test("a person is asked, and may say no", async () => {
  const person = { isInTerminal: true, isErrTerminal: true };
  const args = ["rm", "tickers", "--name", "chart"];
  const no = await space.runAs({ ...person, input: "n\n" }, ...args);
  expect(no).toMatchObject({
    code: 1,
    err: expect.stringContaining("12 notebooks will be changed"),
  });
  expect((await space.run("ls", "tickers", "--name", "chart")).out).toContain("12 scraps");
  const yes = await space.runAs({ ...person, input: "y\n" }, ...args);
  expect(yes).toMatchObject({ code: 0, err: expect.stringContaining("12 scraps removed") });
});

test("an answer that never comes is no", async () => {
  const person = { isInTerminal: true, isErrTerminal: true, input: "" };
  expect(await space.runAs(person, "rm", "tickers", "--name", "*")).toMatchObject({ code: 1 });
  expect((await space.run("ls", "tickers", "--name", "chart")).out).toContain("12 scraps");
});

space.check([
  {
    title: "rm wants to know which",
    args: ["rm", "AAA.ipynb"],
    code: 2,
    err: /Say which scraps to remove/,
  },
]);
