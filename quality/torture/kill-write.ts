/**
 * kill-write: a process that edits a notebook is killed at each of its system calls. The file then
 * holds the old bytes or the new ones, and the next write works and clears up.
 *
 *     node --import ./scripts/ts-loader.mjs --conditions=@scrapbook/source quality/torture/kill-write.ts [--count 200]
 */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type FileState, problemOfNextWrite, stateOf } from "./after-fault.ts";
import { go, openWorkshop, startChild, type Workshop } from "./child.ts";
import { sampleNotebook } from "./sample.ts";
import { attach, countCalls, fileCalls, leaveOut, mostCalls, whyNoStrace } from "./strace.ts";
import { createTally, numberOption } from "./tally.ts";

const why = whyNoStrace();
if (why !== undefined) leaveOut("kill-write", why);
else await killWrites(numberOption("count", 200));

async function killWrites(count: number): Promise<void> {
  const workshop = await openWorkshop();
  const calls = await callsOfEdit(workshop);
  console.log(`kill-write: ${count} kills, at each of ${calls} system calls in turn`);
  const tally = createTally();
  const seen = { old: 0, new: 0 };
  let kills = 0;
  const lanes = [0, 1].map(async (lane) => {
    for (let turn = lane; kills < count; turn += 2) {
      const path = join(workshop.folder, `lane-${lane}.ipynb`);
      const at = 1 + (turn % calls);
      const found = await killAt(workshop, path, at);
      if (!found.isKilled || kills >= count) continue;
      kills++;
      if (found.state === "old" || found.state === "new") seen[found.state]++;
      tally.check(`kill at call ${at}`, found.problem === undefined, found.problem);
    }
  });
  await Promise.all(lanes);
  console.log(`left ${seen.old} old and ${seen.new} new files`);
  tally.finish();
}

/** How many system calls the thread makes that works on files. */
async function callsOfEdit(workshop: Workshop): Promise<number> {
  const path = join(workshop.folder, "count.ipynb");
  await writeFile(path, sampleNotebook());
  const child = await startChild(workshop, [path, "set", "new"]);
  const log = join(workshop.folder, "calls.log");
  const counts = await countCalls(child, log, () => go(child));
  return mostCalls(counts).get("*") ?? 0;
}

interface Found {
  readonly isKilled: boolean;
  readonly state?: FileState;
  readonly problem?: string | undefined;
}

async function killAt(workshop: Workshop, path: string, at: number): Promise<Found> {
  const before = sampleNotebook();
  await writeFile(path, before);
  const child = await startChild(workshop, [path, "set", "new"]);
  await attach(child, ["-e", `inject=${fileCalls.join()}:signal=SIGKILL:when=${at}`]);
  await go(child);
  if (child.signalCode !== "SIGKILL") return { isKilled: false };
  const state = await stateOf(path, before, "new");
  const problem = state === "broken" ? "neither old nor new bytes" : await problemOfNextWrite(path);
  return { isKilled: true, state, problem };
}
