import { compareAnswer } from "../compare/answer.ts";
import { show } from "../compare/show.ts";
import type { Conversation } from "../harness/conversation.ts";
import type { JsonRecord } from "../json.ts";
import { formatDifferences } from "../report/differences.ts";

/** One thing that `smoke` tries, in the order in which a new harness learns them. */
export interface SmokeStep {
  readonly name: string;
  /** What a harness needs to declare for it. */
  readonly requires?: string;
  /** The request, without its number. */
  readonly request: (notebook: (name: string) => string) => JsonRecord;
  /** What is wrong with the answer, for the author of a harness; nothing if all is well. */
  readonly judge: (
    answer: Awaited<ReturnType<Conversation["run"]>>,
    conversation: Conversation,
  ) => string | undefined;
}

const oneScrap = {
  scraps: [{ name: "distance", encoder: "json", data: { $number: "0.25" } }],
} as const;

/** The steps between start and stop. */
export const smokeSteps: readonly SmokeStep[] = [
  {
    name: "an unknown operation is answered with skipped",
    request: () => ({ op: "smoke-unknown", files: [] }),
    judge: (answer) =>
      "skipped" in answer
        ? undefined
        : `answer {"seq": n, "skipped": "…"}, not ${show(answer as never)}`,
  },
  {
    name: "a notebook with one scrap is read",
    requires: "read",
    request: (notebook) => ({
      op: "read",
      files: [{ key: "nb", path: notebook("one-scrap.ipynb") }],
      options: {},
    }),
    judge(answer, conversation) {
      if ("skipped" in answer || "errored" in answer) return `got ${show(answer as never)}`;
      const differences = compareAnswer(oneScrap, answer, conversation.start);
      return differences.length === 0 ? undefined : formatDifferences(differences);
    },
  },
  {
    name: "a file that is not JSON is an error of category json",
    requires: "read",
    request: (notebook) => ({
      op: "read",
      files: [{ key: "nb", path: notebook("not-json.ipynb") }],
      options: {},
    }),
    judge: (answer) =>
      "error" in answer && answer.error.category === "json"
        ? undefined
        : `answer {"seq": n, "error": {"category": "json", …}}, not ${show(answer as never)}`,
  },
];
