import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { isScrapbookError, ScrapbookError, withSource } from "./error.ts";

describe("an error's message", () => {
  const table: [
    title: string,
    details: ConstructorParameters<typeof ScrapbookError>[1],
    message: string,
  ][] = [
    ["says what", { what: "It broke" }, "[json-empty] It broke."],
    ["says where", { what: "It broke", path: "/a", source: "f" }, "[json-empty] It broke (f#/a)."],
    ["says where without a file", { what: "It broke", path: "/a" }, "[json-empty] It broke (#/a)."],
    ["says which file", { what: "It broke", path: "", source: "f" }, "[json-empty] It broke (f)."],
    ["leaves an empty place out", { what: "It broke", path: "" }, "[json-empty] It broke."],
    ["says got", { what: "It broke", got: "a" }, "[json-empty] It broke: got a."],
    ["says expected", { what: "It broke", expected: "b" }, "[json-empty] It broke: expected b."],
    [
      "says all in order",
      { what: "It broke", source: "f", got: "a", expected: "b", hint: "Mend it." },
      "[json-empty] It broke (f): got a, expected b. Mend it.",
    ],
  ];
  const long = "x".repeat(79);
  table.push(
    ["shows all of a short source", { what: "It", source: long }, `[json-empty] It (${long}).`],
    [
      "shows the end of a long one",
      { what: "It", source: `ab${long}` },
      `[json-empty] It (…${long}).`,
    ],
    [
      "shows no control characters",
      { what: "It", source: "a\n\u001b\u009bb" },
      "[json-empty] It (a………b).",
    ],
  );
  for (const [title, details, message] of table) {
    test(title, () => expect(new ScrapbookError("json-empty", details).message).toBe(message));
  }
});

test("a message shows of a long text that is quoted the beginning alone", () => {
  const text = JSON.stringify(`say "${"x".repeat(1_000_000)}`);
  const { message } = new ScrapbookError("json-empty", {
    what: `No scrap is called ${text}`,
    hint: 'Did you mean "y"?',
  });
  expect(message).toBe(`[json-empty] No scrap is called ${text.slice(0, 81)}…". Did you mean "y"?`);
});

describe("an error", () => {
  const cause = new Error("why");
  const error = new ScrapbookError("json-syntax", { what: "It broke", path: "/a", cause });

  test("carries its code, its path, its cause and its name", () => {
    expect(error).toMatchObject({ code: "json-syntax", path: "/a", cause, name: "ScrapbookError" });
    expect(new ScrapbookError("json-empty", { what: "y" })).toMatchObject({
      path: "",
      source: undefined,
    });
    expect("cause" in new ScrapbookError("json-empty", { what: "y" })).toBe(false);
  });

  test("is printed with its code and the page of it, and nothing else of its own", () => {
    expect(Object.keys(error)).toEqual(["code", "page"]);
    expect(inspect(new ScrapbookError("json-empty", { what: "y", source: "f" }))).toMatch(
      /^ScrapbookError: \[json-empty\] y \(f\)\.\n( {4}at .*\n?)+ \{\n {2}code: 'json-empty',\n {2}page: 'docs\/errors\/json-empty.md'\n\}$/,
    );
  });

  test("is known by its shape, so that two copies of the package agree", () => {
    expect(isScrapbookError(error)).toBe(true);
    expect(isScrapbookError({ "scrapbook.error.v1": true })).toBe(true);
    for (const other of [new Error("x"), null, undefined, "x", {}]) {
      expect(isScrapbookError(other)).toBe(false);
    }
  });

  test("takes a source once, and leaves other errors alone", () => {
    const named = withSource(error, "f.ipynb") as ScrapbookError;
    expect(named).toMatchObject({ code: "json-syntax", path: "/a", source: "f.ipynb", cause });
    expect(withSource(named, "g.ipynb")).toBe(named);
    expect(withSource(cause, "f")).toBe(cause);
  });
});
