import type { LocationKind, Store, Version } from "@scrapbook/core/io";
import type { RequestOptions } from "../retry.ts";
import type { Scheme } from "../scheme.ts";
import type { Settings } from "../settings.ts";
import type { ObjectClient } from "./client.ts";
import type { Conditions } from "./probe.ts";
import type { PutContext } from "./put.ts";

/** What distinguishes one kind of server from another, beside its client. */
export interface ObjectStoreSetup<Address> extends Scheme {
  readonly settings: Settings;
  /** @throws `usage-argument` for what is no address of this kind. */
  addressOf(location: string): Address;
  /** The location of what lies below a folder: a `/` between them. */
  below(location: string, path: string): string;
  /** Whether a location is that of a folder, whatever lies there: it ends with `/`. */
  isFolder(location: string): boolean;
  /** Loads what is needed, and signs in. Called when the first request is made; again if that failed. */
  connect(address: Address): Promise<ObjectClient<Address>>;
  /** Whether its servers can be written to. */
  readonly writes: boolean;
  /** `"ask"`: by a probe, once for each `placeOf`. */
  conditions(): Conditions | "ask";
  /** Whether parts can be asked for. `undefined`: nothing is there, so nobody can tell. */
  ranges(
    address: Address,
    client: ObjectClient<Address>,
    options: RequestOptions,
  ): Promise<boolean | undefined> | boolean;
  /** What shares its abilities with an address: a bucket, a server. */
  placeOf(address: Address): string;
  /** Writes, and settles what became of it. Default: `putSafely`, by marks in the object's metadata. */
  put?(bytes: Uint8Array, context: PutContext<Address>): Promise<Version>;
}

/** One call of a method of a store: where it goes, how, and what messages call that. */
export interface Call<Address> {
  readonly client: ObjectClient<Address>;
  readonly address: Address;
  readonly options: RequestOptions;
  readonly name: string;
}

/** The methods of a store that look into folders. */
export interface Folders {
  kindOf: (...given: Parameters<Store["kindOf"]>) => Promise<LocationKind>;
  list: NonNullable<Store["list"]>;
}
