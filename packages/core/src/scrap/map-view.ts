import { ScrapbookError } from "../error/error.ts";

/** Refuses what would change a map that is a view. */
function refuse(): never {
  throw new ScrapbookError("usage-argument", {
    what: "What was read cannot be changed",
    hint: "edit plans changes to a notebook, and editNotebook makes them in its file.",
  });
}

/** A map, so that consoles, `structuredClone` and whatever takes maps know what it is. */
class View<V> extends Map<string, V> {
  constructor(entries: Iterable<readonly [string, V]>) {
    super();
    for (const [key, value] of entries) super.set(key, value);
  }

  override set(): never {
    refuse();
  }
  override delete(): never {
    refuse();
  }
  override clear(): never {
    refuse();
  }

  toJSON(): object {
    return Object.fromEntries(this);
  }
}

/** What {@link MapView} makes. */
export interface MapViewOf<V> extends ReadonlyMap<string, V> {
  /** The values by name: what `JSON.stringify` writes. */
  toJSON(): object;
}

/** A map that cannot be changed: what `Scraps` and `Scrapbook` are. */
export const MapView: new <V>(entries: Iterable<readonly [string, V]>) => MapViewOf<V> = View;
