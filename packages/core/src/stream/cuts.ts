import type { Span } from "../json/span.ts";

/** A value that was let go though somebody may ask for it. */
export interface Cut extends Span {
  readonly what: "payload" | "display" | "metadata";
  /** Pointer to the value, or to the output that it is part of. */
  readonly path: string;
}

/** The values that were let go, in the order of the text. */
export class Cuts {
  readonly #all: Cut[] = [];

  get count(): number {
    return this.#all.length;
  }

  /** Whether a display is among them, or what may be one. */
  get hasDisplay(): boolean {
    return this.#all.some(({ what }) => what === "display");
  }

  /** The first payload among them. */
  get payload(): Cut | undefined {
    return this.#all.find(({ what }) => what === "payload");
  }

  add(cut: Cut): void {
    this.#all.push(cut);
  }

  /** Forgets all but the first. */
  truncate(count: number): void {
    this.#all.length = count;
  }

  /** The first that lies within a span. */
  within({ start, end }: Span): Cut | undefined {
    let low = 0;
    let high = this.#all.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#all[middle] as Cut).start < start) low = middle + 1;
      else high = middle;
    }
    const cut = this.#all[low];
    return cut !== undefined && cut.end <= end ? cut : undefined;
  }
}
