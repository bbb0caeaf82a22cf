/**
 * fuzz-engine: random and damaged texts. The scanner in C, alone and in random pieces, the one in
 * TypeScript, JSON.parse and Python's json must say the same of each: whether it is JSON, and where
 * its structure lies.
 *
 *     node --import ./scripts/ts-loader.mjs --conditions=@scrapbook/source quality/torture/fuzz-engine.ts
 *       [--count 300000] [--seed 1]
 */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { findFault } from "../../packages/core/src/json/fault.ts";
import { scan } from "../../packages/core/src/json/scan.ts";
import { createScanner } from "../../packages/core/src/simd/instance.ts";
import { scanPieces, type Verdict } from "../../packages/core/src/simd/testing/scan-pieces.ts";
import { root } from "../../scripts/lib/root.mjs";
import { createTexts } from "./json-texts.ts";
import { createTally, numberOption } from "./tally.ts";

const count = numberOption("count", 300_000);
const seed = numberOption("seed", 1);
const batchSize = 2000;

const python = process.env.SCRAPBOOK_PYTHON ?? `${root}.venv/bin/python`;
const judge = existsSync(python) ? startPython() : undefined;
const scanner = createScanner();
const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const tally = createTally();
const texts = createTexts(seed);
const tokens = /"(?:[^"\\]|\\.)*"|-?Infinity|NaN/gs;

console.log(`seed ${seed}${judge === undefined ? "; without Python" : ""}`);
let made = 0;
let accepted = 0;
while (made < count) {
  const batch = Array.from({ length: batchSize }, () => texts.next());
  const words = batch.map(judgeHere);
  const theirs = judge === undefined ? words : await judge(batch);
  batch.forEach((text, place) => {
    const ours = words[place];
    tally.check("Python", theirs[place] === ours, `${ours}: ${show(text)}`);
  });
  made += batch.length;
  accepted += words.filter(Boolean).length;
}
console.log(`${made} texts, ${accepted} of them JSON`);
tally.finish();
process.exit();

/** Whether a text is JSON, in the opinion of all that are in this process. */
function judgeHere(text: Uint8Array): boolean {
  const tape = attempt(() => scan(text));
  const whole = scanPieces(scanner, [text]);
  tally.check("engines", sameTape(text, tape, whole), show(text));
  const cuts = [...texts.pieces(text)];
  tally.check("pieces", sameVerdict(whole, scanPieces(scanner, cuts)), show(text));
  const isJson =
    attempt(() =>
      JSON.parse(
        strict.decode(text).replace(tokens, (token) => (token[0] === '"' ? token : "null")),
      ),
    ) !== undefined;
  tally.check("JSON.parse", isJson === (whole !== undefined), show(text));
  tally.check("fault", (findFault(text, 10_000) === undefined) === isJson, show(text));
  return isJson;
}

function sameTape(
  text: Uint8Array,
  tape: ReturnType<typeof scan> | undefined,
  verdict: Verdict | undefined,
): boolean {
  if (tape === undefined || verdict === undefined) return tape === verdict;
  if (tape.length !== verdict.positions.length) return false;
  // The scanner in TypeScript does not look at what has no container.
  if (tape.length > 0 && tape.plain !== verdict.plain) return false;
  return verdict.positions.every((position, index) => {
    const isOpening = ((text[position] as number) | 0x20) === 0x7b;
    if (isOpening && tape.ends[index] !== verdict.ends[index]) return false;
    return tape.positions[index] === position;
  });
}

function sameVerdict(one: Verdict | undefined, other: Verdict | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  const isSame = (key: "positions" | "ends") =>
    one[key].length === other[key].length &&
    one[key].every((value, index) => value === other[key][index]);
  return one.plain === other.plain && isSame("positions") && isSame("ends");
}

function attempt<T>(act: () => T): T | undefined {
  try {
    return act() ?? (null as T);
  } catch {
    return undefined;
  }
}

function show(text: Uint8Array): string {
  return JSON.stringify(Buffer.from(text).toString("latin1")).slice(0, 400);
}

/** Python's word on a batch of texts, asked of one process. */
function startPython(): (batch: readonly Uint8Array[]) => Promise<boolean[]> {
  const child = spawn(python, [`${root}quality/torture/judge_json.py`], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const answers = child.stdout[Symbol.asyncIterator]();
  let rest = Buffer.alloc(0);
  return async (batch) => {
    for (const text of batch) {
      const length = Buffer.alloc(4);
      length.writeUInt32LE(text.length);
      child.stdin.write(length);
      child.stdin.write(text);
    }
    while (rest.length < batch.length) {
      const { value, done } = await answers.next();
      if (done === true) throw new Error("Python ended");
      rest = Buffer.concat([rest, value]);
    }
    const words = [...rest.subarray(0, batch.length)].map((byte) => byte === 0x31);
    rest = rest.subarray(batch.length);
    return words;
  };
}
