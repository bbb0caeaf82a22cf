import { readFileSync, writeFileSync } from "node:fs";
import { answer } from "../ts-core/loop.ts";
import { harness } from "./ts-kernel-io.ts";

/** Answers the request in a file, in its place. What is glued is shown by the kernel meanwhile. */
export async function answerIn(path: string): Promise<void> {
  const request = JSON.parse(readFileSync(path, "utf8"));
  const reply = request.cmd === "start" ? harness.start : await answer(harness, request);
  writeFileSync(path, JSON.stringify(reply));
}
