import type { Readable } from "node:stream";
import { Failure } from "../failure.ts";
import type { Answer, ObjectHead } from "./client.ts";

/**
 * The answer of an SDK that gives the body as a stream of Node.
 *
 * @param contentRange the header, where the answer has it.
 * @throws `store-io` where the server sent no body.
 */
export function answerOfStream(
  head: ObjectHead,
  body: Readable | undefined,
  contentRange: string | undefined,
): Answer {
  if (body === undefined) throw new Failure("store-io", { what: "The server sent no body" });
  // It may break off before anybody reads it: whoever does then learns of it.
  body.on("error", () => {});
  const start = /^bytes (\d+)-/.exec(contentRange ?? "")?.[1];
  return { head, start: Number(start ?? 0), bytes: body, close: () => body.destroy() };
}
