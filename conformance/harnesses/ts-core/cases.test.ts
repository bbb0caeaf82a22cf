import { testCases } from "./test-cases.ts";
import { harness } from "./ts-core.ts";

// The same cases as the runner's, without a process in between: a failing one can be stepped into.
testCases(harness);
