import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../scripts/lib/root.mjs";
import { consumer } from "../exports/installed.ts";

const tests = `${root}integrations/papermill-typescript/tests`;

/**
 * The environment in which papermill gives parameters to these kernels: a folder of Python packages
 * with the wheel of papermill-typescript, built when it is first asked for.
 */
export function papermillEnvironment(): NodeJS.ProcessEnv {
  const site = join(consumer, "python-site");
  if (!existsSync(site)) {
    execFileSync(process.env.SCRAPBOOK_KERNELS as string, [`${tests}/wheel.py`, site]);
  }
  return { ...process.env, PYTHONPATH: site };
}
