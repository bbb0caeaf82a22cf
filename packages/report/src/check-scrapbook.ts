import { wrongArgument } from "@scrapbook/core/internal";

/** Whether it is a scrapbook, also one of another copy of core. @throws `usage-argument`. */
export function checkScrapbook(taker: string, scrapbook: unknown): void {
  const { entries, errors, scraps, then } = Object(scrapbook) as Record<string, unknown>;
  if (typeof entries === "function" && errors instanceof Map) return;
  throw wrongArgument(
    `${taker} takes a scrapbook`,
    scrapbook,
    typeof then === "function" ? "what the promise gives: await it" : "what readNotebooks gives",
    Object(scraps) === scraps
      ? 'One notebook is one by new Scrapbook([["name", notebook]]).'
      : undefined,
  );
}
