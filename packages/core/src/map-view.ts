/** A map that cannot be changed: what {@link Scraps} and {@link Scrapbook} are. */
export class MapView<V> implements ReadonlyMap<string, V> {
  readonly #map: ReadonlyMap<string, V>;

  constructor(entries: Iterable<readonly [string, V]>) {
    this.#map = new Map(entries);
  }

  get size(): number {
    return this.#map.size;
  }
  get(key: string): V | undefined {
    return this.#map.get(key);
  }
  has(key: string): boolean {
    return this.#map.has(key);
  }
  keys(): MapIterator<string> {
    return this.#map.keys();
  }
  values(): MapIterator<V> {
    return this.#map.values();
  }
  entries(): MapIterator<[string, V]> {
    return this.#map.entries();
  }
  [Symbol.iterator](): MapIterator<[string, V]> {
    return this.#map.entries();
  }
  forEach(
    callback: (value: V, key: string, map: ReadonlyMap<string, V>) => void,
    thisArgument?: unknown,
  ): void {
    for (const [key, value] of this.#map) callback.call(thisArgument, value, key, this);
  }
}
