import type { ScrapContent } from "../encode/output.ts";
import type { DisplayMode } from "./draft.ts";

/** What a changed scrap must be in the result. */
export interface Expectation {
  readonly encoder: string | undefined;
  /** `undefined` where it does not matter. */
  readonly isShown: boolean | undefined;
}

/** What the changes of a session promise, told apart from how they are carried out. SPEC §13.7. */
export class Expectations {
  readonly #scraps = new Map<string, Expectation | undefined>();

  /** The scraps that were changed; `undefined` for those that must be gone. */
  get scraps(): ReadonlyMap<string, Expectation | undefined> {
    return this.#scraps;
  }

  put(name: string, { payload, display }: ScrapContent, mode: DisplayMode): void {
    const isShown = display !== undefined || (mode === "keep" ? undefined : false);
    this.#scraps.set(name, { encoder: payload?.encoder, isShown });
  }

  remove(name: string): void {
    this.#scraps.set(name, undefined);
  }

  rename(from: string, to: string): void {
    const expectation = this.#scraps.get(from);
    // A scrap that was only renamed is what it was: of its new name nothing is known.
    if (expectation === undefined) this.#scraps.delete(to);
    else this.#scraps.set(to, expectation);
    this.remove(from);
  }
}
