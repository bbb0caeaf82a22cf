/**
 * broken-disk: a write fails at each of its system calls (EIO, ENOSPC), on a full disk, where files
 * may not grow, and where nothing may be written. The file then holds the old bytes or the new
 * ones, the error has a code, and the next write works.
 *
 *     node --import ./scripts/ts-loader.mjs --conditions=@scrapbook/source quality/torture/broken-disk.ts
 */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmod, chown, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { problemOfNextWrite, sidecars, stateOf } from "./after-fault.ts";
import { go, openWorkshop, startChild } from "./child.ts";
import { sampleNotebook } from "./sample.ts";
import { attach, countCalls, fileCalls, leaveOut, mostCalls, whyNoStrace } from "./strace.ts";
import { createTally } from "./tally.ts";

const why = whyNoStrace();
if (why !== undefined) leaveOut("broken-disk", why);
else {
  const workshop = await openWorkshop();
  const tally = createTally();
  await failEachCall();
  await fillDisk();
  await limitFiles();
  await forbidWriting();
  tally.finish();

  /** Each system call in turn fails with EIO, and those that need room with ENOSPC. */
  async function failEachCall(): Promise<void> {
    const path = join(workshop.folder, "fault.ipynb");
    const before = sampleNotebook();
    await writeFile(path, before);
    const child = await startChild(workshop, [path, "set", "new"]);
    const log = join(workshop.folder, "calls.log");
    const calls = mostCalls(await countCalls(child, log, () => go(child)));
    const counts = { old: 0, new: 0, broken: 0 };
    for (const error of ["EIO", "ENOSPC"]) {
      const failing = error === "EIO" ? fileCalls : ["openat", "write", "fsync", "rename"];
      for (const call of failing) {
        for (let at = 1; at <= (calls.get(call) ?? 0); at++) {
          await writeFile(path, before);
          const child = await startChild(workshop, [path, "set", "new"]);
          await attach(child, ["-e", `inject=${call}:error=${error}:when=${at}`]);
          const said = await go(child);
          const state = await stateOf(path, before, "new");
          counts[state]++;
          // An error where Node itself cannot bear one ends the process, which is as good as killed.
          const isTold = said === "" || said === "done" || said.startsWith("store-");
          const isLost = state === "broken" || (said === "done" && state === "old");
          const problem = isLost ? `${state} after ${said}` : await problemOfNextWrite(path);
          tally.check(
            `${error} at ${call} ${at}`,
            isTold && problem === undefined,
            problem ?? said,
          );
        }
      }
    }
    console.log(`failing calls left ${counts.old} old and ${counts.new} new files`);
  }

  /** A file system that has room for the notebook, but not for another. */
  async function fillDisk(): Promise<void> {
    const disk = join(workshop.folder, "disk");
    await mkdir(disk);
    if (spawnSync("mount", ["-t", "tmpfs", "-o", "size=128k", "tmpfs", disk]).status !== 0) {
      console.log("full disk: no file system may be mounted here; a limit on files stands in");
      return;
    }
    try {
      const path = join(disk, "full.ipynb");
      const before = sampleNotebook("old", 10_000);
      await writeFile(path, before);
      await expectRefusal("full disk", path, before, "store-full", {});
      await writeFile(path, sampleNotebook());
      tally.check("room again", (await problemOfNextWrite(path)) === undefined);
    } finally {
      spawnSync("umount", [disk]);
    }
  }

  /** A process whose files may not grow beyond some KiB, as by a quota. */
  async function limitFiles(): Promise<void> {
    const path = join(workshop.folder, "limit.ipynb");
    const before = sampleNotebook("old", 10_000);
    await writeFile(path, before);
    const limited = spawn("bash", [
      "-c",
      'ulimit -f 32; exec "$0" "$@"',
      process.execPath,
      workshop.script,
      path,
      "set",
      "new",
    ]);
    await once(limited.stdout, "data");
    const said = await go(limited as ChildProcess);
    tally.check("a limit on files is told", said === "store-io", said);
    tally.check("nothing is lost", (await stateOf(path, before, "new")) === "old");
    tally.check("nothing is left behind", (await sidecars(path)).length === 0);
    tally.check("the next write works", (await problemOfNextWrite(path)) === undefined);
  }

  /** A file, and a folder, that may not be written. Root may write everything, so nobody tries. */
  async function forbidWriting(): Promise<void> {
    const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
    const folder = join(workshop.folder, "read-only");
    await mkdir(folder);
    const path = join(folder, "n.ipynb");
    const before = sampleNotebook();
    await writeFile(path, before);
    if (nobody.uid !== undefined) {
      await chown(folder, nobody.uid, nobody.gid);
      await chown(path, nobody.uid, nobody.gid);
    }
    await chmod(path, 0o444);
    await expectRefusal("read-only file", path, before, "store-permission", nobody);
    await chmod(path, 0o644);
    await chmod(folder, 0o555);
    await expectRefusal("read-only folder", path, before, "store-permission", nobody);
    await chmod(folder, 0o755);
    tally.check("writable again", (await problemOfNextWrite(path)) === undefined);
  }

  async function expectRefusal(
    name: string,
    path: string,
    before: Buffer,
    code: string,
    user: { uid?: number; gid?: number },
  ): Promise<void> {
    const said = await go(await startChild(workshop, [path, "set", "new"], user));
    tally.check(`${name} is told`, said === code, said);
    tally.check(`${name} loses nothing`, (await stateOf(path, before, "new")) === "old");
    tally.check(`${name} leaves nothing behind`, (await sidecars(path)).length === 0);
  }
}
