import type { Store } from "@scrapbook/core/io";
import type { Scheme } from "./scheme.ts";

/** A store that is loaded when an address of its scheme is first used. */
export function lazyStore(scheme: Scheme, load: () => Promise<Store>): Store {
  let loading: Promise<Store> | undefined;
  const loaded = (): Promise<Store> => {
    loading ??= load();
    return loading;
  };
  const { lists, ...known } = scheme;
  return {
    ...known,
    can: async (...given) => (await loaded()).can(...given),
    hasRanges: async (...given) => {
      const store = await loaded();
      return store.hasRanges?.(...given) ?? (await store.can(...given)).ranges;
    },
    kindOf: async (...given) => (await loaded()).kindOf(...given),
    open: async (...given) => (await loaded()).open(...given),
    write: async (...given) => (await loaded()).write(...given),
    replace: async (...given) => (await loaded()).replace(...given),
    ...(lists && {
      async *list(...given) {
        const { list } = await loaded();
        if (list !== undefined) yield* list(...given);
      },
    }),
  };
}
