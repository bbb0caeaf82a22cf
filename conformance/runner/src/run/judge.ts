import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Answer, compareAnswer } from "../compare/answer.ts";
import type { Difference } from "../compare/difference.ts";
import type { NumberLevel } from "../compare/number.ts";
import { readTag } from "../compare/tag.ts";
import {
  type Conversation,
  type ConversationOptions,
  startConversation,
} from "../harness/conversation.ts";
import { HarnessFault } from "../harness/fault.ts";
import { isRecord, type Json, type JsonRecord } from "../json.ts";
import type { RunAnswer, StartAnswer } from "../protocol/message.ts";

/** Another implementation, which reads the files that the one under test writes. */
export interface Judge {
  /**
   * Where the two read different scraps from the file that an answer holds; nothing where the
   * answer holds no file, or where the judge cannot read the original either. Rejects with
   * {@link HarnessFault} where one of them breaks down.
   */
  readonly compare: (answer: RunAnswer, tested: Tested) => Promise<readonly Difference[]>;
  readonly name: string;
  /** How many files both have read. */
  readonly count: () => number;
  readonly stop: () => Promise<void>;
}

/** The implementation under test, in one case. */
export interface Tested {
  readonly start: StartAnswer;
  readonly run: (request: JsonRecord) => Promise<RunAnswer>;
  /** The first file of the case. */
  readonly original: string | undefined;
}

/** Starts the judge that `command` is: one process for all cases, unless it breaks down. */
export async function startJudge(
  command: readonly string[],
  settings: ConversationOptions,
): Promise<Judge> {
  let conversation: Conversation | undefined = await startConversation(command, settings);
  const { implementation, numbers, checks } = conversation.start;
  const folder = mkdtempSync(join(tmpdir(), "scrapbook-judge-"));
  let count = 0;
  const read = async (path: string): Promise<RunAnswer> => {
    conversation ??= await startConversation(command, settings);
    try {
      return await conversation.run("judge", requestOf(path));
    } catch (error) {
      conversation.kill();
      conversation = undefined;
      if (error instanceof HarnessFault) error.message = `the judge: ${error.message}`;
      throw error;
    }
  };
  return {
    name: `${implementation.name} ${implementation.version} (${implementation.language})`,
    count: () => count,
    async compare(answer, { start, run, original }) {
      const bytes = bytesOf(answer);
      if (bytes === undefined) return [];
      const path = join(folder, `${count}.ipynb`);
      writeFileSync(path, bytes);
      const judged = await read(path);
      if (!("result" in judged)) {
        // What it cannot read is no news where it could not read the original.
        if (original === undefined || !("result" in (await read(original)))) return [];
        const got = `a file of which it says ${JSON.stringify(judged)}`;
        return [{ path: "bytes", expected: "a file that the judge can read", got }];
      }
      const again = await run(requestOf(path));
      if (!("result" in again || "error" in again)) return [];
      count += 1;
      const differences = compareAnswer({ scraps: scrapsOf(judged.result) }, again as Answer, {
        numbers: coarser(numbers, start.numbers),
        checks: checks.filter((check) => start.checks.includes(check)),
      });
      return differences.map((one) => ({ ...one, path: `bytes, read by both: ${one.path}` }));
    },
    async stop() {
      await conversation?.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What both are asked: by the reference's rules, which every implementation has. */
function requestOf(path: string): JsonRecord {
  return { op: "read", files: [{ key: "nb", path }], options: { merge: "reference" } };
}

function bytesOf(answer: RunAnswer): Uint8Array | undefined {
  if (!("result" in answer) || !isRecord(answer.result)) return undefined;
  const tagged = readTag(answer.result.bytes);
  return tagged.kind === "bytes" ? tagged.bytes : undefined;
}

/** Of each scrap, what Python's scrapbook tells. */
function scrapsOf(result: Json): Json {
  const scraps = isRecord(result) && Array.isArray(result.scraps) ? result.scraps : [];
  return (scraps as readonly JsonRecord[]).map(({ name, encoder, data, display }) => ({
    name: name ?? null,
    encoder: encoder ?? null,
    data: data ?? { $absent: true },
    display: display ?? null,
  }));
}

function coarser(a: NumberLevel, b: NumberLevel): NumberLevel {
  const levels: readonly NumberLevel[] = ["float64", "exact", "source"];
  return levels.find((level) => level === a || level === b) ?? "exact";
}
