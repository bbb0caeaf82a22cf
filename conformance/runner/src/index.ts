/**
 * The suite and its comparison as a library, for implementations in JavaScript that run the cases
 * in their own tests, without a process in between.
 */

export { CannotRun } from "./cannot-run.ts";
export {
  type Answer,
  allChecks,
  type Check,
  type CompareOptions,
  compareAnswer,
} from "./compare/answer.ts";
export type { Difference } from "./compare/difference.ts";
export type { NumberLevel } from "./compare/number.ts";
export type { Json, JsonRecord } from "./json.ts";
export { originalOf, requestOf } from "./protocol/message.ts";
export { formatDifferences } from "./report/differences.ts";
export { type Case, type CaseFile, type Level, type LoadedCase, levels } from "./suite/case.ts";
export { loadCases, loadSuite, type Suite } from "./suite/load-suite.ts";
export type { SuiteFolder } from "./suite/locate.ts";
