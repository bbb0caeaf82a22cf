import { checkOptions, wrongArgument } from "../error/check-options.ts";
import type { Scrap } from "../scrap/scrap.ts";
import type { SessionCopy } from "./edit-options.ts";
import { isCopied, sessionCopyRules } from "./edit-rules.ts";

/**
 * The scrap that is copied.
 *
 * @throws `notebook-scrap-missing`, with the source of the notebook that lacks it; `usage-argument`
 * where nothing says which is meant.
 */
export function scrapOf(copy: SessionCopy): Scrap {
  if (typeof copy !== "object" || isCopied(copy)) {
    const expected = "{ from, name }, and as for another name";
    throw wrongArgument("session.copy takes what is copied as one object", copy, expected);
  }
  checkOptions("session.copy", copy, sessionCopyRules);
  const { from, name } = copy;
  if (!("scraps" in from)) {
    if (typeof from?.tryData === "function" && name === undefined) return from;
    throw wrongArgument(
      "session.copy was given a name beside a scrap",
      name,
      "{ from: scrap, as }: as is the name that the copy gets",
    );
  }
  if (typeof name !== "string") {
    throw wrongArgument("session.copy was not told which scrap", name, "{ from, name }");
  }
  const { scraps } = from;
  // It throws for a name that is missing.
  if (!scraps.has(name)) scraps.value(name);
  return scraps.get(name) as Scrap;
}
