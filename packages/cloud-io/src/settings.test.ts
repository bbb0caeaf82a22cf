import { expect, test } from "vitest";
import { azure } from "./azure/index.ts";
import { github } from "./github/index.ts";
import { gs } from "./gs/index.ts";
import { hdfs } from "./hdfs/index.ts";
import { http } from "./http/index.ts";
import { cloudStores } from "./index.ts";
import { s3 } from "./s3/index.ts";

const stores = { s3, gs, azure, github, http, hdfs };

test.each(Object.entries(stores))("options of %s are checked", (name, store) => {
  const make = (options: unknown) => () => (store as (options: unknown) => unknown)(options);
  expect(make({ retrys: 1 })).toThrow(
    `[usage-argument] ${name} has no option "retrys". Did you mean "retries"?`,
  );
  expect(make({ retries: -1 })).toThrow("got -1, expected a whole number, 0 or more");
  expect(make({ timeoutMs: 0 })).toThrow("got 0, expected milliseconds, more than 0");
  expect(make("secret")).toThrow("takes its options as an object");
});

test("options are given by store", () => {
  expect(() => cloudStores({ s4: {} } as never)).toThrow('Did you mean "s3"');
});

test("a secret that is wrong does not come into the message", () => {
  for (const options of [{ tokn: "hunter2" }, { token: "hunter2", retries: "hunter" }]) {
    expect(() => gs(options as never)).toThrow(/^(?!.*hunter2)/);
  }
});
