/** What a view has made already, so that each thing is made once, and the same object given again. */
export class Memo {
  // Made late: there are more views than are ever asked.
  #made: Map<string, unknown> | undefined;

  /** What was made under this name; else what `make` makes. What it throws is not kept. */
  get<T>(name: string, make: () => T): T {
    this.#made ??= new Map();
    if (!this.#made.has(name)) this.#made.set(name, make());
    return this.#made.get(name) as T;
  }
}
