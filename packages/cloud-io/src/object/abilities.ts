import { type StoreAbilities, type StoreOptions, unsupported } from "@scrapbook/core/io";
import { orAborted } from "../signal.ts";
import type { MakeCall } from "./calls.ts";
import { type Conditions, probeConditions, probeName } from "./probe.ts";
import type { Call, ObjectStoreSetup } from "./setup.ts";

/** What a store can, and how it refuses what it cannot. */
export interface Abilities {
  can(location: string, options?: StoreOptions): Promise<StoreAbilities>;
  /** The same of `ranges` alone, for which nothing is written. */
  hasRanges(location: string, options?: StoreOptions): Promise<boolean>;
  /** @throws (rejects with) `store-unsupported` where the server keeps no such promise. */
  promise(
    what: "expect" | "create",
    location: string,
    options: StoreOptions | undefined,
  ): Promise<void>;
}

/** Asks each place once what it can. */
export function abilitiesOf<Address>(
  setup: ObjectStoreSetup<Address>,
  call: MakeCall<Address>,
): Abilities {
  const { nameOf, lists, writes } = setup;

  const rangesAt = askOnce(setup, ({ client, address, options }: Call<Address>) =>
    setup.ranges(address, client, options),
  );
  const conditionsAt = askOnce(
    setup,
    ({ client, options }: Call<Address>, location): Promise<Conditions> | Conditions => {
      const conditions = setup.conditions();
      if (conditions !== "ask") return conditions;
      const beside = location.slice(0, location.lastIndexOf("/") + 1);
      return probeConditions(client, setup.addressOf(beside + probeName()), options);
    },
  );

  const hasRanges: Abilities["hasRanges"] = (location, options) =>
    // Where nothing is there, nobody can tell; it is asked again when something is.
    call(location, options, async (made) => (await rangesAt(made, location)) ?? true);

  const can: Abilities["can"] = (location, options) =>
    call(location, options, async (made) => {
      const ranges = (await rangesAt(made, location)) ?? true;
      const conditions = (await conditionsAt(made, location)) as Conditions;
      return { list: lists, write: writes, ...conditions, ranges };
    });

  return {
    can,
    hasRanges,
    async promise(what, location, options) {
      if (!writes) throw unsupported(setup.name, nameOf(location), "write");
      if ((await can(location, options))[what]) return;
      const asked = what === "expect" ? "change it safely" : "create it only where nothing is";
      throw unsupported(
        setup.name,
        nameOf(location),
        `${asked}: its server makes no conditional writes`,
      );
    },
  };
}

/** Asks something once for each place; again where that failed, or nobody could tell. */
function askOnce<Address, T>(
  { placeOf }: ObjectStoreSetup<Address>,
  ask: (call: Call<Address>, location: string) => Promise<T | undefined> | T | undefined,
): (call: Call<Address>, location: string) => Promise<T | undefined> {
  const known = new Map<string, Promise<T | undefined>>();
  return (call, location) => {
    const place = placeOf(call.address);
    let asked = known.get(place);
    if (asked === undefined) {
      // Shared with other callers: it goes on where one of them gives up.
      const shared = { ...call, options: { ...call.options, signal: undefined } };
      asked = (async () => ask(shared, location))();
      known.set(place, asked);
      const forget = (): unknown => known.delete(place);
      asked.then((found) => found ?? forget(), forget);
    }
    return orAborted(asked, call.options.signal);
  };
}
