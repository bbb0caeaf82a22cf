import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { workspace } from "../testing/workspace.ts";

const space = workspace();
const python = process.env.SCRAPBOOK_PYTHON ?? "";

/** What a notebook shows of Python's `scraps_report`, as Markdown. Bundles of scraps alone show nothing. */
const script = `
import sys
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output
shell = InteractiveShell.instance()
import scrapbook
book = scrapbook.read_notebooks(sys.argv[1])
with capture_output() as shown:
    book.scraps_report()
for output in shown.outputs:
    data = output.data
    if "text/markdown" in data: print(data["text/markdown"] + "\\n")
    elif "image/png" in data: print("![](data:image/png;base64," + "".join(data["image/png"].split()) + ")\\n")
    elif "text/plain" in data: print("\`\`\`text\\n" + data["text/plain"] + "\\n\`\`\`\\n")
`;

test("Markdown is line by line what Python's scraps_report shows", async () => {
  const { out, code } = await space.run("report", "tickers", "--format", "md");
  const shown = execFileSync(python, ["-c", script, space.at("tickers")], {
    env: { ...process.env, IPYTHONDIR: space.cwd },
    maxBuffer: 2 ** 26,
  });
  const lines = (text: string) => text.trimEnd().split("\n");
  expect(lines(out)).toEqual(lines(shown.toString()));
  expect(lines(out).filter((line) => line.startsWith("### "))).toHaveLength(12);
  expect(code).toBe(0);
});
