import { type Store, unsupported } from "@scrapbook/core/io";

/** What a store does that only reads: it refuses the rest. */
export function readOnly<Location>(
  name: string,
  nameOf: (location: Location) => string,
): Pick<Store<Location>, "write" | "replace"> {
  const refuse = async (location: Location): Promise<never> => {
    throw unsupported(name, nameOf(location), "write");
  };
  return { write: refuse, replace: refuse };
}
