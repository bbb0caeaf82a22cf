/** What is known of a kind of address before anything is loaded that serves it. */
export interface Scheme {
  /** A short name for messages. */
  readonly name: string;
  /** How many objects are best read at once. */
  readonly concurrency: number;
  /** Whether its servers can list. */
  readonly lists: boolean;
  /** Whether this is such an address. Looks at the address alone. */
  matches(location: unknown): location is string;
  /** How messages call an address: without secrets. */
  nameOf(location: string): string;
  /** The address as a pattern; `undefined` where it cannot be one. Default: as it is. */
  patternOf?(location: string): string | undefined;
}

/** Whether text begins with one of these schemes. */
export const isOf =
  (schemes: RegExp) =>
  (location: unknown): location is string =>
    typeof location === "string" && schemes.test(location);
