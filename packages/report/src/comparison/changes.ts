import type { Scrap } from "@scrapbook/core";
import { attempt } from "../attempt.ts";
import type { Entry, EntryScrap } from "../entry.ts";

/** A scrap that one of two books lacks, or that is not the same in both. */
export interface Change {
  readonly name: string;
  readonly before: EntryScrap | undefined;
  readonly after: EntryScrap | undefined;
  readonly isDataChanged: boolean;
  readonly isDisplayChanged: boolean;
}

/** A notebook of both books, or of one alone. */
export interface Pair {
  readonly key: string;
  readonly anchor: string;
  readonly before: Entry | undefined;
  readonly after: Entry | undefined;
  readonly isRunChanged: boolean;
  readonly changes: readonly Change[];
}

/** The notebooks of two books by key: those of the later in its order, then those that are gone. */
export function pairEntries(before: readonly Entry[], after: readonly Entry[]): readonly Pair[] {
  const old = new Map(before.map((entry) => [entry.key, entry]));
  const now = new Set(after.map(({ key }) => key));
  const pairs = [
    ...after.map((entry) => [old.get(entry.key), entry] as const),
    ...before.filter(({ key }) => !now.has(key)).map((entry) => [entry, undefined] as const),
  ];
  return pairs.map(([was, is], index) => ({
    key: (is ?? was)?.key ?? "",
    anchor: `notebook-${index + 1}`,
    before: was,
    after: is,
    isRunChanged: was !== undefined && is !== undefined && was.run?.status !== is.run?.status,
    changes: was === undefined || is === undefined ? [] : findChanges(was, is),
  }));
}

function findChanges(before: Entry, after: Entry): readonly Change[] {
  const names = new Set([...after.scraps.keys(), ...before.scraps.keys()]);
  return [...names]
    .map((name): Change => {
      const [was, is] = [before.scraps.get(name), after.scraps.get(name)];
      return {
        name,
        before: was,
        after: is,
        isDataChanged: dataText(was?.scrap) !== dataText(is?.scrap),
        isDisplayChanged: displayText(was?.scrap) !== displayText(is?.scrap),
      };
    })
    .filter(({ isDataChanged, isDisplayChanged }) => isDataChanged || isDisplayChanged);
}

/** A payload as the notebook spells it: 1.0 is not 1. */
function dataText(scrap: Scrap | undefined): string {
  return scrap?.rawText === undefined ? "" : `${scrap.encoder} ${scrap.rawText}`;
}

function displayText(scrap: Scrap | undefined): string {
  const read = attempt(() => scrap?.mimeTypes.map((mime) => `${mime} ${scrap.text(mime)}`) ?? []);
  return read.ok ? read.value.join("\n") : read.error.message;
}
