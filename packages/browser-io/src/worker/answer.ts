import { joinPieces, sendError, sendNotebook } from "@scrapbook/core/internal";
import { simdEngine } from "@scrapbook/core/simd";
import type { Answer, Job } from "./job.ts";

/** Does a job. What is wrong with the notebook is an answer, too. */
export function answer({ pieces, options }: Job): Answer {
  const [first] = pieces;
  const whole = first !== undefined && pieces.length === 1 ? first : joinPieces(pieces);
  try {
    return { sent: sendNotebook(whole, { ...options, engine: simdEngine() }) };
  } catch (error) {
    return { error: sendError(error) };
  }
}
