import { isEncoderList } from "../encoder/decoders.ts";
import {
  aBoolean,
  aCount,
  aFunction,
  aText,
  type OptionRule,
  oneOf,
} from "../error/check-options.ts";
import type { ReadOptions } from "./read-options.ts";

const encoders: OptionRule = {
  expected: "a list of encoders, such as [pandas()]",
  fits: isEncoderList,
  culprit: (given) => Array.isArray(given) && given.find((one) => !one?.encode),
};

/** What {@link ReadOptions} may be. */
export const readRules: Readonly<Record<keyof ReadOptions, OptionRule>> = {
  strict: aBoolean,
  merge: oneOf("complete", "reference"),
  encoders,
  integers: oneOf("auto", "number", "bigint"),
  maxDepth: aCount(1),
  maxIntegerDigits: aCount(1),
  maxProblems: aCount(1),
  codeLines: aBoolean,
  onWarning: aFunction,
  engine: aFunction,
  source: aText,
};
