import type { StoreOptions } from "@scrapbook/core/io";
import { errorOf } from "../failure.ts";
import { orAborted, toSignal } from "../signal.ts";
import type { ObjectClient } from "./client.ts";
import type { Call, ObjectStoreSetup } from "./setup.ts";

/** What every method of a store begins with, and how its errors get the name of the location. */
export type MakeCall<Address> = <T>(
  location: string,
  options: StoreOptions | undefined,
  make: (call: Call<Address>) => Promise<T>,
) => Promise<T>;

/** Takes locations apart, and connects once for each place. */
export function callsTo<Address>(setup: ObjectStoreSetup<Address>): MakeCall<Address> {
  const clients = new Map<string, Promise<ObjectClient<Address>>>();

  const connect = (address: Address): Promise<ObjectClient<Address>> => {
    const place = setup.placeOf(address);
    let client = clients.get(place);
    if (client === undefined) {
      client = setup.connect(address);
      clients.set(place, client);
      client.catch(() => clients.delete(place));
    }
    return client;
  };

  return async (location, options, make) => {
    const name = setup.nameOf(location);
    options?.signal?.throwIfAborted();
    try {
      const address = setup.addressOf(location);
      const client = await orAborted(connect(address), options?.signal);
      const how = { ...setup.settings, signal: toSignal(options?.signal) };
      return await make({ client, address, options: how, name });
    } catch (error) {
      throw errorOf(error, name);
    }
  };
}
