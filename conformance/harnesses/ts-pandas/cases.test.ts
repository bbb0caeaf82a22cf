import { testCases } from "../ts-core/test-cases.ts";
import { harness } from "./ts-pandas.ts";

const { capabilities, ...start } = harness.start as { readonly capabilities: readonly string[] };

const reading: ReadonlySet<string> = new Set(["read", "encoders", "pandas"]);

// What is written needs a Python to read it: encode.python.test.ts. All else is core's own.
testCases({
  ...harness,
  start: { ...start, capabilities: capabilities.filter((name) => reading.has(name)) },
});
