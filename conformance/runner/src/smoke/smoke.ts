import { join } from "node:path";
import { CannotRun } from "../cannot-run.ts";
import {
  type Conversation,
  type ConversationOptions,
  startConversation,
} from "../harness/conversation.ts";
import { HarnessFault } from "../harness/fault.ts";
import { packageFolder } from "../suite/locate.ts";
import { smokeSteps } from "./steps.ts";

/** What came of one thing that was tried. */
export interface SmokeResult {
  readonly name: string;
  readonly outcome: "ok" | "wrong" | "left out";
  readonly why?: string;
}

/**
 * Tries the protocol itself on a harness: start, an unknown operation, one read, one error, stop.
 * It ends at the first fault, since what comes after one says nothing.
 */
export async function smoke(
  command: readonly string[],
  options: ConversationOptions,
  tell: (result: SmokeResult) => void,
): Promise<void> {
  let conversation: Conversation;
  try {
    conversation = await startConversation(command, options);
  } catch (error) {
    throw faultOf(error, "start");
  }
  const { implementation, capabilities } = conversation.start;
  const { name, version, language } = implementation;
  tell({ name: `start is answered: ${name} ${version} (${language})`, outcome: "ok" });
  for (const step of smokeSteps) {
    if (step.requires !== undefined && !capabilities.includes(step.requires)) {
      const why = `the harness does not declare ${step.requires}`;
      tell({ name: step.name, outcome: "left out", why });
      continue;
    }
    try {
      const request = step.request((file) => join(packageFolder, "smoke", file));
      const answer = await conversation.run("smoke", request);
      const why = step.judge(answer, conversation);
      tell({
        name: step.name,
        ...(why === undefined ? { outcome: "ok" } : { outcome: "wrong", why }),
      });
    } catch (error) {
      const why = `${faultOf(error, "run").message}\n${conversation.stderr()}`.trimEnd();
      conversation.kill();
      tell({ name: step.name, outcome: "wrong", why });
      return;
    }
  }
  const { code, fault } = await conversation.stop();
  const why =
    fault?.message ??
    (code === null ? "it stayed, and was killed" : `it left with exit code ${code}`);
  const stopped = fault === undefined && code === 0;
  tell({ name: "at stop it leaves", ...(stopped ? { outcome: "ok" } : { outcome: "wrong", why }) });
}

function faultOf(error: unknown, what: string): Error {
  if (!(error instanceof HarnessFault)) throw error;
  return what === "start" ? new CannotRun(`the harness did not start: ${error.message}`) : error;
}
