import { allChecks, type Check } from "../compare/answer.ts";
import type { NumberLevel } from "../compare/number.ts";
import { show } from "../compare/show.ts";
import { isRecord, type Json, type JsonRecord } from "../json.ts";
import { protocolVersion, type RunAnswer, type StartAnswer } from "./message.ts";

const numberLevels: readonly NumberLevel[] = ["source", "exact", "float64"];
const outcomes = ["result", "error", "skipped", "errored"] as const;

/** The answer to `start` that `message` is, or a sentence that says what is wrong with it. */
export function readStartAnswer(message: JsonRecord): StartAnswer | string {
  const { protocol, implementation, capabilities, numbers, levels, checks } = message;
  if (protocol !== protocolVersion)
    return `protocol is ${show(protocol)}; this runner speaks ${protocolVersion}`;
  if (!isRecord(implementation)) return `implementation is ${show(implementation)}, not an object`;
  for (const member of ["name", "language", "version"]) {
    const text = implementation[member];
    if (typeof text !== "string" || text === "")
      return `implementation.${member} is ${show(text)}, not a text`;
  }
  if (!isTextList(capabilities))
    return `capabilities is ${show(capabilities)}, not a list of texts`;
  if (!isOneOf(numbers, numberLevels))
    return `numbers is ${show(numbers)}, not one of ${numberLevels.join(", ")}`;
  if (levels !== undefined && !isTextList(levels))
    return `levels is ${show(levels)}, not a list of texts`;
  if (checks !== undefined && !isListOf(checks, allChecks))
    return `checks is ${show(checks)}, not a list of ${allChecks.join(", ")}`;
  return {
    protocol: protocolVersion,
    implementation: implementation as unknown as StartAnswer["implementation"],
    capabilities,
    numbers,
    levels: levels ?? [],
    checks: (checks ?? []) as readonly Check[],
  };
}

/** The answer to `run` that `message` is, or a sentence that says what is wrong with it. */
export function readRunAnswer(message: JsonRecord): RunAnswer | string {
  const given = outcomes.filter((member) => message[member] !== undefined);
  const [outcome] = given;
  if (outcome === undefined || given.length > 1) {
    const what = given.length === 0 ? "none" : given.join(" and ");
    return `has ${what} of ${outcomes.join(", ")}, and needs exactly one`;
  }
  const content = message[outcome];
  if (outcome === "result") return { result: content as Json };
  if (outcome === "error") {
    if (!isRecord(content) || typeof content.category !== "string")
      return `has the error ${show(content)}, which has no category`;
    return { error: content };
  }
  // A reason is encouraged, not demanded: `true` says no more than the word itself.
  const reason = typeof content === "string" ? content : show(content);
  return outcome === "skipped" ? { skipped: reason } : { errored: reason };
}

function isTextList(value: Json | undefined): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}

function isListOf<T extends string>(
  value: Json | undefined,
  known: readonly T[],
): value is readonly T[] {
  return isTextList(value) && value.every((item) => isOneOf(item, known));
}

function isOneOf<T extends string>(value: Json | undefined, known: readonly T[]): value is T {
  return known.some((item) => item === value);
}
