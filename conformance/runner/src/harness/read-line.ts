import { cut } from "../compare/show.ts";
import { isRecord, type Json, type JsonRecord } from "../json.ts";
import { HarnessFault } from "./fault.ts";

/** The JSON object that one line of a harness's output is. Throws {@link HarnessFault}. */
export function readLine(line: Buffer, number: number): JsonRecord {
  const text = decode(line, number);
  const hint = "answers are one JSON object a line; anything else belongs on stderr";
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch {
    const what = text.trim() === "" ? "is empty" : `is not JSON: ${quote(text)}`;
    throw new HarnessFault("noise", `${what} (${hint})`, { line: number });
  }
  if (isRecord(value)) return value;
  throw new HarnessFault("noise", `is no JSON object: ${quote(text)} (${hint})`, { line: number });
}

/** The beginning of a line, as it can be shown. */
export function quote(text: string): string {
  return JSON.stringify(cut(text, 120));
}

function decode(line: Buffer, number: number): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(line);
  } catch {
    const text = quote(line.toString("latin1"));
    throw new HarnessFault("noise", `is not UTF-8: ${text} in Latin-1`, { line: number });
  }
}
