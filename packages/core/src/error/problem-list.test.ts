import { expect, test } from "vitest";
import { ScrapbookError } from "./error.ts";
import { ProblemList } from "./problem-list.ts";

test("the first problems are kept, and all are counted", () => {
  const list = new ProblemList(2);
  for (const what of ["a", "b", "c"]) list.add(new ScrapbookError("usage-argument", { what }));
  expect(list.kept.map(({ details }) => details.what)).toEqual(["a", "b"]);
  expect(list.count).toBe(3);
});
