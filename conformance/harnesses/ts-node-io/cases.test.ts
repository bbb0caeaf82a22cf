import { testCases } from "../ts-core/test-cases.ts";
import { harness } from "./ts-node-io.ts";

testCases(harness);
