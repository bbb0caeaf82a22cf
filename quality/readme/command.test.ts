import { expect, test } from "vitest";
import { trial } from "./command.ts";

test("installing our packages is checked by name", () => {
  expect(trial("npm install @scrapbook/node-io zod")).toEqual({ problem: undefined });
  expect(trial("npm install @scrapbook/nothing")).toEqual({
    problem: "no such package: @scrapbook/nothing",
  });
});

test("a script of ours is checked by name", () => {
  expect(trial("npm test")).toEqual({ problem: undefined });
  expect(trial("npm run nothing")).toEqual({ problem: "no such script: nothing" });
});

test("npm start and any other command are run", () => {
  expect(trial("npm start")).toMatchObject({ folder: "root" });
  expect(trial("npx scrapbook list AAA.ipynb")).toMatchObject({ folder: "own" });
});
