import { CannotRun } from "../cannot-run.ts";
import { type LoadedCase, levels } from "./case.ts";

/** Which cases are meant; each list empty or absent means all. */
export interface Selection {
  readonly ids?: readonly string[] | undefined;
  readonly groups?: readonly string[] | undefined;
  readonly levels?: readonly string[] | undefined;
  /** Text in the id or the description, whatever its case. */
  readonly text?: string | undefined;
}

/**
 * The cases in force that `selection` names. Throws {@link CannotRun} for an id, group or level
 * that is not in the suite, and where nothing is left: a run of no case proves nothing.
 */
export function selectCases(
  cases: readonly LoadedCase[],
  selection: Selection,
): readonly LoadedCase[] {
  const inForce = cases.filter(({ deprecated }) => deprecated === undefined);
  const ids = takeKnown("case", selection.ids, new Set(inForce.map(({ id }) => id)));
  const groups = takeKnown("group", selection.groups, new Set(inForce.map(({ group }) => group)));
  const wanted = takeKnown("level", selection.levels, new Set(levels));
  const text = selection.text?.toLowerCase() ?? "";
  const selected = inForce.filter(
    ({ id, group, level, description }) =>
      (ids.size === 0 || ids.has(id)) &&
      (groups.size === 0 || groups.has(group)) &&
      (wanted.size === 0 || wanted.has(level)) &&
      `${id} ${description}`.toLowerCase().includes(text),
  );
  if (selected.length === 0) throw new CannotRun("no case is selected");
  return selected;
}

function takeKnown(
  what: string,
  names: readonly string[] | undefined,
  known: ReadonlySet<string>,
): ReadonlySet<string> {
  for (const name of names ?? []) {
    if (known.has(name)) continue;
    const near = [...known].filter((other) => other.includes(name)).slice(0, 5);
    const few = known.size <= 40 ? [...known] : near;
    const hint =
      few.length === 0 ? "" : `; there ${few.length === 1 ? "is" : "are"} ${few.join(", ")}`;
    throw new CannotRun(`there is no ${what} ${JSON.stringify(name)}${hint}`);
  }
  return new Set(names);
}
