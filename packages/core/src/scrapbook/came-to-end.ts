import type { Run } from "../papermill/run.ts";

/**
 * Whether a notebook's scraps are all that it would glue. A night in which every run failed may lack any
 * name, so a name that none has is then no typing error. SPEC §14.3.
 */
export function cameToEnd(run: Run | undefined): boolean {
  return run?.status === "completed" || run?.status === "none";
}
