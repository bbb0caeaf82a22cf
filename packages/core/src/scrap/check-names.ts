import { ScrapbookError } from "../error/error.ts";
import { nearNames, orList } from "../error/near-names.ts";

/** More names than this would bury the message. */
const mostListed = 12;

/**
 * Checks that each name which somebody asks for is there: a column that no notebook has would be an
 * empty one, and hide a slip.
 *
 * @param taker what names them, for the message: `book.table`.
 * @throws `usage-argument` for the first that is not, with near names.
 */
export function checkNames(
  taker: string,
  wanted: readonly string[],
  names: ReadonlySet<string>,
): void {
  const unknown = wanted.find((name) => !names.has(name));
  if (unknown === undefined) return;
  const near = nearNames(unknown, names);
  throw new ScrapbookError("usage-argument", {
    what: `${taker} names ${JSON.stringify(unknown)}, and no notebook has it`,
    expected:
      near.length > 0 || names.size === 0 ? undefined : orList([...names].slice(0, mostListed)),
    hint: near.length > 0 ? `Did you mean ${orList(near)}?` : undefined,
  });
}
