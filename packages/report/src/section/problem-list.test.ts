import { expect, test } from "vitest";
import { renderProblems } from "./problem-list.ts";

const problems = (count: number) =>
  Array.from({ length: count }, (_, i) => ({
    code: "payload-not-object" as const,
    path: "",
    message: `m${i}`,
  }));

test("no problems are no list", () => {
  expect(renderProblems([])).toBeUndefined();
});

test("problems are listed", () => {
  expect(`${renderProblems(problems(2))}`.match(/<li>/g)).toHaveLength(2);
});

test("of very many the first are listed, and the rest counted", () => {
  const markup = `${renderProblems(problems(2_020))}`;
  expect(markup.match(/<li>/g)).toHaveLength(20);
  expect(markup).toContain("and 2,000 more");
});
