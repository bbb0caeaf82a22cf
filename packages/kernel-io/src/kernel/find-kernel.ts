import { findDeno } from "./deno.ts";
import { findIJavascript } from "./ijavascript.ts";
import type { Kernel } from "./kernel.ts";
import { findTslab } from "./tslab.ts";

/** The kernel that this code runs in; `undefined` outside of those that are known. */
export function findKernel(): Kernel | undefined {
  return findDeno() ?? findTslab() ?? findIJavascript();
}
