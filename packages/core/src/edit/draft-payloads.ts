import type { Payload } from "../decode/payload.ts";
import type { PayloadContent } from "../encode/payload.ts";
import type { BundleMember } from "../outline/outline.ts";

/** A payload or record of an output, as it was read and as the changes so far leave it. */
export interface DraftPayload {
  /** Where it is in the bundle; `undefined` for one that is put in. */
  readonly member: BundleMember | undefined;
  /** What was read; `undefined` where it was invalid. */
  readonly original: Payload | undefined;
  /** The name that was read. */
  readonly oldName: string | undefined;
  name: string;
  /** Set where it is written anew. */
  content: PayloadContent | undefined;
  isRemoved: boolean;
}

/**
 * The payloads and records of one output whose name can be read. There may be thousands, so that no
 * change of one looks at the others.
 */
export class DraftPayloads {
  /** In the order of the bundle, removed ones too. */
  readonly all: DraftPayload[];
  readonly #byName = new Map<string, DraftPayload[]>();
  #count: number;
  /** Before it are removed ones alone. */
  #first = 0;

  constructor(payloads: readonly DraftPayload[]) {
    this.all = [...payloads];
    this.#count = payloads.length;
    for (const payload of payloads) this.#list(payload);
  }

  /** How many there are now. */
  get count(): number {
    return this.#count;
  }

  /** How many have this name now. */
  countOf(name: string): number {
    return this.#byName.get(name)?.length ?? 0;
  }

  has(name: string): boolean {
    return this.#byName.has(name);
  }

  /** The names, in the order of the bundle. */
  names(): readonly string[] {
    return this.all.flatMap(({ name, isRemoved }) => (isRemoved ? [] : [name]));
  }

  /** The keys of the bundle that they were read from. */
  mimes(): ReadonlySet<string | undefined> {
    return new Set(this.all.map(({ member }) => member?.mime));
  }

  /** The first of those that are there now. */
  first(): DraftPayload | undefined {
    while (this.all[this.#first]?.isRemoved === true) this.#first++;
    return this.all[this.#first];
  }

  /** Gives the last of a name, which is the one that counts, new content, if there is one. */
  rewrite(name: string, content: PayloadContent): boolean {
    const last = this.#byName.get(name)?.at(-1);
    if (last !== undefined) last.content = content;
    return last !== undefined;
  }

  add(name: string, content: PayloadContent): void {
    const payload = {
      member: undefined,
      original: undefined,
      oldName: undefined,
      name,
      content,
      isRemoved: false,
    };
    this.all.push(payload);
    this.#count++;
    this.#list(payload);
  }

  remove(name: string): void {
    for (const payload of this.#byName.get(name) ?? []) payload.isRemoved = true;
    this.#count -= this.countOf(name);
    this.#byName.delete(name);
  }

  clear(): void {
    for (const payload of this.all) payload.isRemoved = true;
    this.#count = 0;
    this.#byName.clear();
  }

  /** Gives those of one name another, which must be free. */
  rename(from: string, to: string): void {
    const renamed = this.#byName.get(from);
    if (renamed === undefined) return;
    for (const payload of renamed) payload.name = to;
    this.#byName.delete(from);
    this.#byName.set(to, renamed);
  }

  #list(payload: DraftPayload): void {
    const { name } = payload;
    const listed = this.#byName.get(name);
    if (listed === undefined) this.#byName.set(name, [payload]);
    else listed.push(payload);
  }
}
