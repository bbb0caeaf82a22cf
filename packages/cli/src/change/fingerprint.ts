import { createHash } from "node:crypto";
import type { Scrap } from "@scrapbook/core";

/**
 * A hash of what a scrap holds and shows, as it is stored. Two scraps with the same one are the same
 * to whoever takes them out of their notebooks.
 */
export function fingerprint({ rawText, display }: Scrap): string {
  return createHash("sha256")
    .update(JSON.stringify([rawText ?? null, display?.data ?? null]))
    .digest("hex");
}
