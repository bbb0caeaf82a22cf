import { scrapMime } from "../protocol/mime.ts";

/** Of an encoder's keys: how many in a row are known to be taken, and which of these became free. */
interface Counted {
  next: number;
  /** Descending. */
  readonly freed: number[];
}

const suffix = "+json";

/** The keys of a bundle, and which one a new payload gets. SPEC §13.3. */
export class BundleKeys {
  readonly #taken: Set<string>;
  readonly #counted = new Map<string, Counted>();

  constructor(keys: Iterable<string>) {
    this.#taken = new Set(keys);
  }

  /** Says that a key is no longer there. */
  free(key: string): void {
    this.#taken.delete(key);
    // It is the first key of the encoder `json-2`, and the second of `json`.
    const encoder = key.slice(scrapMime("").indexOf(suffix), -suffix.length);
    if (scrapMime(encoder) !== key) return;
    this.#freed(encoder, 1);
    const [, base, count] = /^(.*)-(\d+)$/s.exec(encoder) ?? [];
    if (base !== undefined) this.#freed(base, Number(count));
  }

  /**
   * The first of an encoder's keys that the bundle has not, which it then has. What follows the
   * prefix does not matter to readers, so a taken key is varied.
   */
  take(encoder: string): string {
    let counted = this.#counted.get(encoder);
    if (counted === undefined) {
      counted = { next: 1, freed: [] };
      this.#counted.set(encoder, counted);
    }
    for (;;) {
      const key = keyOf(encoder, counted.freed.pop() ?? counted.next++);
      if (this.#taken.has(key)) continue;
      this.#taken.add(key);
      return key;
    }
  }

  #freed(encoder: string, count: number): void {
    const counted = this.#counted.get(encoder);
    if (counted === undefined || count >= counted.next) return;
    const { freed } = counted;
    let [low, high] = [0, freed.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((freed[middle] as number) > count) low = middle + 1;
      else high = middle;
    }
    freed.splice(low, 0, count);
  }
}

function keyOf(encoder: string, count: number): string {
  return scrapMime(count === 1 ? encoder : `${encoder}-${count}`);
}
