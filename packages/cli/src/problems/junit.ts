import { visible } from "../text/visible.ts";
import type { FoundProblem } from "./found-problem.ts";

/** JUnit's XML: a test a notebook, which fails with its problems. */
export function junitText(found: readonly FoundProblem[], files: readonly string[]): string {
  const errors = found.filter(({ level }) => level === "error");
  const broken = new Set(errors.map(({ file }) => file));
  const cases = files.map((file) => {
    const mine = errors.filter((problem) => problem.file === file);
    const name = `<testcase classname="scrapbook" name="${escaped(file)}"`;
    if (mine.length === 0) return `    ${name}/>`;
    const failures = mine.map(
      ({ code, message }) =>
        `      <failure type="${escaped(code)}" message="${escaped(message)}"/>`,
    );
    return `    ${name}>\n${failures.join("\n")}\n    </testcase>`;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    "<testsuites>",
    `  <testsuite name="scrapbook validate" tests="${files.length}" failures="${broken.size}">`,
    ...cases,
    "  </testsuite>",
    "</testsuites>",
    "",
  ].join("\n");
}

/** Text for an attribute: controls, which XML forbids even as references, are shown. */
function escaped(text: string): string {
  return visible(text)
    .replace(/[\ufffe\uffff]/g, "\ufffd")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
