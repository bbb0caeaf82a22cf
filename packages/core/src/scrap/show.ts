/** What consoles give beside the depth that is left: Node, Bun and Deno alike. */
interface InspectOptions {
  readonly depth?: number | null;
}

/**
 * Lets consoles show a view in the place of `type`'s instances. It is done when the first is made,
 * so that who makes none does not load it. Browsers' consoles show members by themselves.
 *
 * @param view of one that stands within another value, and of one that stands alone.
 */
export function showAs<T extends object>(
  { name, prototype }: { readonly name: string; readonly prototype: T },
  view: (shown: T, isNested: boolean) => object,
): void {
  const key = Symbol.for("nodejs.util.inspect.custom");
  if (key in prototype) return;
  Object.defineProperty(prototype, key, {
    value(
      this: T,
      depth: number,
      options: InspectOptions,
      inspect: (value: object, options: object) => string,
    ) {
      const whole = options.depth ?? depth;
      const limits = { ...options, depth, maxArrayLength: 8, maxStringLength: 80 };
      return `${name} ${inspect(view(this, depth < whole), limits)}`;
    },
  });
}
