import {
  type Answer,
  compareAnswer,
  formatDifferences,
  loadSuite,
  requestOf,
} from "@scrapbook/conformance";
import { afterAll, describe, expect, test } from "vitest";
import { answer, type Request } from "../ts-core/loop.ts";
import { encodeWith, writesFrame } from "./encode.ts";
import { Judge, judgePythons } from "./judge.ts";

const judges = new Map([...judgePythons()].map(([name, python]) => [name, new Judge(python)]));
const suite = loadSuite();
const cases = suite.cases.filter(({ level }) => level === "pandas");
const requests = cases
  .map((one) => ({
    one,
    request: { cmd: "run", seq: 1, ...requestOf(suite, one) } as unknown as Request,
  }))
  .filter(({ request }) => writesFrame(request));

afterAll(() => {
  for (const judge of judges.values()) judge.close();
});

describe(`frames as ${[...judges.keys()].join(" and ")} read them`, () => {
  const harness = { start: {}, operations: { encode: encodeWith(judges) } };

  test.each(requests.map(({ one, request }) => [one.id, one, request] as const))(
    "%s",
    async (_, one, request) => {
      const given = JSON.parse(JSON.stringify(await answer(harness, request))) as Answer;
      if (!("result" in given)) throw new Error(JSON.stringify(given));
      const options = { numbers: "exact", checks: ["code", "path"] } as const;
      expect(formatDifferences(compareAnswer(one.expect, given, options))).toBe("");
    },
  );
});
