import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { MergeMode } from "../decode/merge.ts";
import { isScrapbookError } from "../error/error.ts";
import { parseNotebook } from "../notebook/parse-notebook.ts";
import { type EditSession, edit } from "./session.ts";
import { names, notebook } from "./testing/random-notebook.ts";

/** What a scrap is to a reader: its data's text and what it is shown as. */
interface Seen {
  readonly data: string | undefined;
  readonly encoder: string;
  readonly shown: string | undefined;
}

/** A change, and what a reader's scraps become by it. `false` where it must be refused. */
interface Change {
  apply(session: EditSession): void;
  follow(scraps: Map<string, Seen>): boolean;
  readonly text: string;
}

/** How many sessions are tried; torture raises it. */
const runs = Number(globalThis.process?.env.SCRAPBOOK_FUZZ_RUNS ?? 300);

const name = fc.constantFrom(...names, "new", "newer");
const value = fc.constantFrom(0, 2.5, "text", true);
const bundle = { data: { "text/plain": "a\nb" }, metadata: { own: 1 } };
const dataOf = (given: unknown) => ({
  data: JSON.stringify(given),
  encoder: typeof given === "string" ? "text" : "json",
});

const set: fc.Arbitrary<Change> = fc
  .tuple(name, value, fc.constantFrom("drop", "keep", "bundle", "only"))
  .map(
    ([scrap, given, how]): Change => ({
      text: `set ${scrap} ${how}`,
      apply: (session) => {
        if (how === "only") session.set(scrap, bundle, { encoder: "display" });
        else session.set(scrap, given, { display: how === "bundle" ? bundle : (how as "drop") });
      },
      follow: (scraps) => {
        const isShown = how === "only" || how === "bundle";
        if (scrap === "" && isShown) return false;
        const kept = how === "keep" ? scraps.get(scrap)?.shown : undefined;
        const shown = isShown ? "text/plain: a\nb" : kept;
        const seen = how === "only" ? { data: undefined, encoder: "display" } : dataOf(given);
        scraps.set(scrap, { ...seen, shown });
        return true;
      },
    }),
  );
const remove: fc.Arbitrary<Change> = name.map((scrap) => ({
  text: `remove ${scrap}`,
  apply: (session) => session.remove(scrap),
  follow: (scraps) => scraps.delete(scrap),
}));
const rename: fc.Arbitrary<Change> = fc
  .tuple(
    name,
    name.filter((to) => to !== ""),
    fc.boolean(),
  )
  .map(([from, to, overwrite]) => ({
    text: `rename ${from} ${to} ${overwrite}`,
    apply: (session) => session.rename(from, to, { overwrite }),
    follow: (scraps) => {
      if (!scraps.has(from)) return false;
      if (from === to) return true;
      if (scraps.has(to) && !overwrite) return false;
      scraps.delete(to);
      const all = [...scraps].map(([key, seen]) => [key === from ? to : key, seen] as const);
      scraps.clear();
      for (const [key, seen] of all) scraps.set(key, seen);
      return true;
    },
  }));
const changes = fc.array(
  fc
    .oneof({ weight: 3, arbitrary: set }, remove, rename)
    .map((change) => ({ ...change, [fc.toStringMethod]: () => change.text })),
  { minLength: 1, maxLength: 6 },
);

const modes: readonly MergeMode[] = ["complete", "reference"];

/** What a reader sees, in order. What is invalid is not seen. */
function read(bytes: Uint8Array | string, merge: MergeMode): Map<string, Seen> {
  const { scraps } = parseNotebook(bytes, { merge, strict: false });
  const seen = [...scraps.values()].map((scrap): [string, Seen] => {
    const shown = scrap.display && scrap.mimeTypes.map((mime) => `${mime}: ${scrap.text(mime)}`);
    const data = scrap.rawText?.replace(/\s+/g, "");
    return [scrap.name, { data, encoder: scrap.encoder, shown: shown?.join() }];
  });
  return new Map(seen);
}

/** Makes the changes in a session and in what readers saw; both must refuse the same ones. */
function make(
  session: EditSession,
  all: readonly Change[],
  seen: readonly Map<string, Seen>[],
): void {
  for (const change of all) {
    const follows = seen.map((scraps) => change.follow(scraps));
    let isRefused = false;
    try {
      change.apply(session);
    } catch (error) {
      if (!isScrapbookError(error)) throw error;
      isRefused = true;
    }
    expect([change.text, follows]).toEqual([change.text, follows.map(() => !isRefused)]);
  }
}

describe("a random session", () => {
  test("leaves what a naive model says, under both merge modes", () => {
    fc.assert(
      fc.property(notebook, changes, (text, all) => {
        const { problems } = parseNotebook(text, { strict: false });
        fc.pre(problems.length === 0);
        const session = edit(text);
        const seen = modes.map((mode) => read(text, mode));
        make(session, all, seen);
        const result = session.toBytes();
        // Data that moves to its display takes the scrap's place with it.
        const isKept = all.some(({ text: change }) => change.endsWith("keep"));
        const inOrder = (scraps: Map<string, Seen>) => (isKept ? [...scraps].sort() : [...scraps]);
        for (const [i, mode] of modes.entries()) {
          expect(inOrder(read(result, mode))).toEqual(inOrder(seen[i] as Map<string, Seen>));
        }
      }),
      { numRuns: runs },
    );
  });
});
