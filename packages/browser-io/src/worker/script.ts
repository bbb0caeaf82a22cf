/**
 * What runs in the worker. It is built into one file that imports nothing: a worker has no import
 * map, and no bundler need touch it.
 *
 * @packageDocumentation
 */

import { transferable } from "@scrapbook/core/internal";
import { answer } from "./answer.ts";
import type { Job } from "./job.ts";

globalThis.addEventListener?.("message", ({ data }: MessageEvent<Job>) => {
  const reply = answer(data);
  const transfer = "sent" in reply ? (transferable(reply.sent) as ArrayBuffer[]) : [];
  postMessage(reply, { transfer });
});
