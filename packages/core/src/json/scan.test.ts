import { expect, test } from "vitest";
import { encode } from "../testing/json-text.ts";
import { testEngine } from "../testing/test-engine.ts";
import { scan } from "./scan.ts";

testEngine(scan);

test("the scanner leaves keys to the walk", () => {
  const { positions, ends } = scan(encode('{"cells":[]}'));
  expect([...positions]).toEqual([0, 8, 9, 10, 11]);
  expect(ends[1]).toBe(0);
});
