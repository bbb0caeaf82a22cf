import { type Problem, ScrapbookError } from "@scrapbook/core";
import { expect, test } from "vitest";
import { renderErrorNote, renderNote, renderProblem } from "./note.ts";

test("a problem names its code once", () => {
  const error = new ScrapbookError("json-empty", { what: "It is <empty>" });
  expect(`${renderProblem(error)}`).toBe(
    '<code class="fault">json-empty</code> It is &lt;empty&gt;.',
  );
  expect(`${renderErrorNote(error)}`).toMatch(/^<p class="note fault"><code/);
});

test("a message that quotes a megabyte is cut", () => {
  const problem: Problem = { code: "json-empty", path: "", message: "y".repeat(1e6) };
  expect(`${renderProblem(problem)}`.length).toBeLessThan(1_100);
});

test("a note is escaped", () => {
  expect(`${renderNote("<b>")}`).toBe('<p class="note">&lt;b&gt;</p>');
});

test.each([
  ["/home/alice/client/night/AAA.ipynb"],
  ["C:\\Users\\alice\\client\\AAA.ipynb"],
  ["https://alice:secret@client.test/night/AAA.ipynb"],
])("a problem names no folder of %s", (source) => {
  const error = new ScrapbookError("store-not-found", {
    what: "There is no such file",
    source,
    path: "/cells/3",
    got: `ENOENT: no such file or directory, open '${source}'`,
  });
  const text = `${renderProblem(error)}`.replaceAll("&#39;", "'");
  expect(text).toBe(
    "<code class=\"fault\">store-not-found</code> There is no such file (#/cells/3): got ENOENT: no such file or directory, open 'AAA.ipynb'.",
  );
});
