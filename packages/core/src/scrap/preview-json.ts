/**
 * The beginning of a value as JSON on one line, at most `length` UTF-16 units and an ellipsis. Looks
 * only at what it shows, however large the value. What JSON lacks stands as JavaScript prints it:
 * `NaN`, what an object's `toJSON` gives, the class of any other.
 */
export function previewJson(value: unknown, length: number): string {
  const writer = new PreviewWriter(length);
  writer.value(value);
  return writer.text;
}

/** Writes until it is full. Each level of nesting writes a bracket first, so `length` bounds depth. */
class PreviewWriter {
  text = "";
  #full = false;
  readonly #length: number;

  constructor(length: number) {
    this.#length = length;
  }

  value(value: unknown): void {
    if (typeof value === "string") this.#string(value);
    else if (Array.isArray(value)) this.#list("[", "]", value, (item) => this.value(item));
    else if (typeof value === "object" && value !== null) this.#object(value);
    else this.#write(typeof value === "function" ? "function" : String(value));
  }

  #object(value: object): void {
    const prototype: unknown = Object.getPrototypeOf(value);
    if (prototype !== null && Object.getPrototypeOf(prototype) !== null) {
      const { toJSON } = value as { toJSON?: unknown };
      const json: unknown = typeof toJSON === "function" ? toJSON.call(value) : undefined;
      this.#write(typeof json === "string" ? json : `[${value.constructor?.name ?? "object"}]`);
      return;
    }
    this.#list("{", "}", membersOf(value), ([key, member]) => {
      this.#string(key);
      this.#write(": ");
      this.value(member);
    });
  }

  #list<T>(open: string, close: string, items: Iterable<T>, write: (item: T) => void): void {
    this.#write(open);
    let separator = "";
    for (const item of items) {
      if (this.#full) return;
      this.#write(separator);
      separator = ", ";
      write(item);
    }
    this.#write(close);
  }

  #string(text: string): void {
    const room = this.#length - this.text.length;
    // Its JSON is at least as long as itself, so that the rest of a long one is not looked at.
    this.#write(JSON.stringify(text.length > room ? text.slice(0, room + 1) : text));
  }

  #write(piece: string): void {
    if (this.#full) return;
    this.text += piece;
    if (this.text.length <= this.#length) return;
    this.text = `${this.text.slice(0, this.#length).replace(/[\ud800-\udbff]$/, "")}…`;
    this.#full = true;
  }
}

function* membersOf(value: object): Generator<[string, unknown]> {
  for (const key in value) {
    if (Object.hasOwn(value, key)) yield [key, (value as Record<string, unknown>)[key]];
  }
}
