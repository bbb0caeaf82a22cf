import { expandBraces } from "./braces.ts";
import { compileStep, type StepMatcher } from "./glob-step.ts";

/** A pattern for paths. SPEC §14.1. */
export interface Glob {
  /** The folders before the first step with a wildcard: `""` where there are none. */
  readonly folder: string;
  /** Whether it can be met in folders of {@link folder}. */
  readonly isDeep: boolean;
  /** Whether it names a folder that begins with a dot. */
  readonly isHidden: boolean;
  /** Whether a path below {@link folder} fits. */
  matches(path: string): boolean;
  /** Whether something in a folder below {@link folder}, or deeper, could fit. */
  mayEnter(folder: string): boolean;
}

/** Options of {@link compileGlob}. */
export interface GlobOptions {
  /** Whether wildcards stand for folders that begin with a dot. Default `false`. */
  readonly hidden?: boolean | undefined;
}

/** Whether a text has a wildcard: `*`, `?`, `[…]`, `{…,…}`. A `\` before one makes it plain. */
export function isGlob(text: string): boolean {
  const wild = text.replace(/\\./gs, "");
  return /[*?]|\[..*\]|\{.*,.*\}/s.test(wild);
}

/**
 * Compiles a glob: steps between slashes (see `compileStep`), `**` for any number of folders, braces
 * for alternatives. Wildcards do not stand for folders that begin with a dot; files may.
 *
 * @throws `usage-argument` for a pattern that is none.
 */
export function compileGlob(pattern: string, { hidden = false }: GlobOptions = {}): Glob {
  const steps = pattern.split("/");
  const first = steps.findIndex((step) => isGlob(step) || step.includes("{"));
  const fixed = steps.slice(0, first < 0 ? -1 : first);
  const rest = steps.slice(fixed.length).join("/");
  const ways = expandBraces(rest).map((way) => stepsOf(way));
  // A path that begins with a slash has an empty first step.
  const folder = fixed.length === 1 && fixed[0] === "" ? "/" : fixed.map(plain).join("/");
  return {
    folder,
    isDeep: ways.some((way) => way.length > 1 || way[0] === anyFolders),
    isHidden: ways.some((way) => way.some((step) => step !== anyFolders && step.isHidden)),
    matches: (path) => {
      const names = path.split("/");
      return ways.some((way) => placesAfter(way, names, true, hidden).has(way.length));
    },
    mayEnter: (path) => {
      const names = path.split("/");
      return ways.some((way) =>
        [...placesAfter(way, names, false, hidden)].some((place) => place < way.length),
      );
    },
  };
}

/** `**`, alone between slashes. */
const anyFolders = "**";

interface Step {
  readonly isHidden: boolean;
  readonly matches: StepMatcher;
}

function stepsOf(way: string): readonly (Step | typeof anyFolders)[] {
  // At the end `**` is all that lies below: folders, and then a name.
  const all = way.endsWith(`/${anyFolders}`) || way === anyFolders ? `${way}/*` : way;
  return all.split("/").map((step) => {
    if (step === anyFolders) return anyFolders;
    return { isHidden: step.startsWith("."), matches: compileStep(step) };
  });
}

/**
 * The places of a pattern that its steps can have come to after these names: all at once, so that no
 * number of `**` makes it slow.
 */
function placesAfter(
  way: readonly (Step | typeof anyFolders)[],
  names: readonly string[],
  isFile: boolean,
  hidden: boolean,
): ReadonlySet<number> {
  let places = withSkips(way, [0]);
  for (const [depth, name] of names.entries()) {
    const isPlain = hidden || !name.startsWith(".") || (isFile && depth === names.length - 1);
    const next: number[] = [];
    for (const place of places) {
      const step = way[place];
      if (step === anyFolders) {
        if (isPlain) next.push(place);
      } else if (step !== undefined && (isPlain || step.isHidden) && step.matches(name)) {
        next.push(place + 1);
      }
    }
    places = withSkips(way, next);
  }
  return places;
}

/** Places, and those that come after a `**` that stands for no folder at all. */
function withSkips(
  way: readonly (Step | typeof anyFolders)[],
  places: readonly number[],
): Set<number> {
  const all = new Set(places);
  for (const place of all) if (way[place] === anyFolders) all.add(place + 1);
  return all;
}

function plain(step: string): string {
  return step.replace(/\\(.)/gs, "$1");
}
