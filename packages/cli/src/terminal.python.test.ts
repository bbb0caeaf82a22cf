import { describe, expect, test } from "vitest";
import { program } from "./testing/program.ts";
import { type LookOptions, lookAt, type Seen } from "./testing/pseudo-terminal.ts";
import { workspace } from "./testing/workspace.ts";
import { width } from "./text/width.ts";

const scrapbook = program();
const space = workspace();
const look = (args: readonly string[], options: Omit<LookOptions, "cwd">): Seen =>
  lookAt([process.execPath, scrapbook.main, ...args], { cwd: space.cwd, ...options });

// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are what is looked for.
const escapes = /\u001b\[[0-9;?]*[A-Za-z]/g;
const linesOf = ({ screen }: Seen) => screen.replace(escapes, "").split("\n");

const commands = [
  ["ls", "AAA.ipynb"],
  ["table", "tickers"],
  ["table", "tickers", "-c", "symbol,distance,message"],
  ["run-info", "broken"],
  ["get", "AAA.ipynb", "prices"],
] as const;

test("help is wrapped where the terminal is narrow", () => {
  const lines = linesOf(look(["ls", "--help"], { columns: 60 }));
  const texts = lines.filter((it) => !it.includes("scrapbook "));
  expect(texts.filter((it) => width(it) > 60)).toEqual([]);
});

describe.each([40, 60, 120, 200])("in a terminal of %d columns", (columns) => {
  test.each(commands.map((args) => args.join(" ")))("scrapbook %s fits", (line) => {
    const lines = linesOf(look(line.split(" "), { columns, pipe: true }));
    // Sentences wrap by themselves, and so do command lines that are to be copied.
    const rows = lines.filter((it) => !/^\d+ (more|scraps|runs)/.test(it));
    expect(rows.filter((it) => width(it) > columns)).toEqual([]);
  });
});

test("a narrow list keeps notebook, name and value", () => {
  const [head, ...rows] = linesOf(look(["ls", "AAA.ipynb"], { columns: 40 }));
  expect(head).toMatch(/^notebook +name +value/);
  expect(rows[2]).toMatch(/^AAA +prices +table, 75/);
});

test("a narrow table names the columns for which there is no room", () => {
  const { screen } = look(["table", "tickers"], { columns: 40 });
  expect(screen).toMatch(/\d more columns?: .*message/);
});

test("headings are dim and failed runs are red, in a terminal alone", () => {
  const seen = look(["run-info", "broken"], { columns: 100 });
  expect(seen.screen).toContain("\u001b[2mnotebook\u001b[22m");
  expect(seen.screen).toContain("\u001b[31mBAD\u001b[39m");
});

test("with NO_COLOR there are no colours", () => {
  const { screen } = look(["ls", "AAA.ipynb"], { columns: 100, env: { NO_COLOR: "1" } });
  expect(screen).toContain("notebook");
  expect(screen).not.toMatch(/\[\d*m/);
});

test("a dumb terminal gets no escape sequence", () => {
  const { screen } = look(["ls", "AAA.ipynb"], { columns: 100, env: { TERM: "dumb" } });
  expect(screen).toContain("notebook");
  expect(screen.match(escapes)).toBeNull();
});

test("what is piped has no escape sequence, and is not cut", async () => {
  const { out } = await scrapbook.run({ cwd: space.cwd }, "ls", "AAA.ipynb");
  expect(out.match(escapes)).toBeNull();
  expect(out).toContain("far from its high");
});

test("no escape sequence of a notebook reaches the terminal", async () => {
  await space.run("set", "AAA.ipynb", "x", "--text", "\u001b]0;title\u0007\u001b[31mred\u009b2J");
  const { screen } = look(["get", "AAA.ipynb", "x"], { columns: 100, env: { NO_COLOR: "1" } });
  expect(screen).toBe("␛]0;title␇␛[31mred⟨U+009B⟩2J\n");
});

test("a picture is refused, with what to do", () => {
  const seen = look(["get", "AAA.ipynb", "chart"], { columns: 100 });
  expect(seen.screen).toMatch(/is a picture, and this is a terminal.*-o chart\.png/);
  expect(seen.code).toBe(2);
});

test("a question is answered at the terminal", () => {
  const seen = look(["rm", "tickers", "--name", "chart"], {
    columns: 100,
    input: [["[y/N]", "y\n"]],
  });
  expect(seen.screen).toMatch(/12 notebooks will be changed\. Go on\? \[y\/N\] y\n/);
  expect(seen.screen).toContain("12 scraps removed in 12 notebooks");
  expect(seen.code).toBe(0);
});

test("Ctrl-C at a question changes nothing, and says so", async () => {
  const seen = look(["rm", "tickers", "--name", "chart"], {
    columns: 100,
    input: [["[y/N]", "\u0003"]],
  });
  expect(seen.screen).toMatch(/interrupted: nothing more was written\n$/);
  expect(seen.code).toBe(130);
  expect((await space.run("ls", "tickers", "--name", "chart")).out).toContain("12 scraps");
});
