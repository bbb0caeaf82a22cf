import { type StoreAbilities, type StoreOptions, unsupported } from "@scrapbook/core/io";
import type { RequestOptions } from "../retry.ts";
import { orAborted } from "../signal.ts";
import type { MakeCall } from "./calls.ts";
import type { ObjectClient } from "./client.ts";
import { probeConditions, probeName } from "./probe.ts";
import type { ObjectStoreSetup } from "./setup.ts";

/** Abilities as far as they could be found out. */
type Asked = Omit<StoreAbilities, "ranges"> & { readonly ranges: boolean | undefined };

/** What a store can, and how it refuses what it cannot. */
export interface Abilities {
  can(location: string, options?: StoreOptions): Promise<StoreAbilities>;
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
  const known = new Map<string, Promise<Asked>>();

  const ask = async (
    client: ObjectClient<Address>,
    address: Address,
    probe: Address,
    options: RequestOptions,
  ): Promise<Asked> => {
    const conditions = setup.conditions();
    return {
      ...{ list: lists, write: writes },
      ranges: await setup.ranges(address, client, options),
      ...(conditions === "ask" ? await probeConditions(client, probe, options) : conditions),
    };
  };

  const can: Abilities["can"] = (location, options) =>
    call(location, options, async ({ client, address, options }) => {
      const place = setup.placeOf(address);
      // Shared with other callers: it goes on where one of them gives up.
      const shared = { ...options, signal: undefined };
      let asked = known.get(place);
      if (asked === undefined) {
        const beside = location.slice(0, location.lastIndexOf("/") + 1);
        asked = ask(client, address, setup.addressOf(beside + probeName()), shared);
        known.set(place, asked);
        const forget = () => known.delete(place);
        asked.then(({ ranges }) => ranges ?? forget(), forget);
      }
      const { ranges = true, ...others } = await orAborted(asked, options.signal);
      return { ...others, ranges };
    });

  return {
    can,
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
