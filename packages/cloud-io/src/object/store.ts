import { type OpenedObject, type Store, unsupported, type Written } from "@scrapbook/core/io";
import { Failure } from "../failure.ts";
import { retry } from "../retry.ts";
import { abilitiesOf } from "./abilities.ts";
import { callsTo, type MakeCall } from "./calls.ts";
import type { ObjectHead } from "./client.ts";
import { prefixFolders } from "./folders.ts";
import { type OpenedContext, openAnswer } from "./opened.ts";
import { packed, packingOf } from "./packing.ts";
import { joined } from "./pieces.ts";
import { putSafely } from "./put.ts";
import type { Call, Folders, ObjectStoreSetup } from "./setup.ts";

export type { ObjectStoreSetup } from "./setup.ts";

const defaultMaxBytes = 2 ** 31;

/**
 * A store over a client: with retries, packing, safe writes and listings.
 *
 * @param foldersOf how folders are looked into. Default: as prefixes of keys.
 */
export function objectStore<Address>(
  setup: ObjectStoreSetup<Address>,
  foldersOf: (setup: ObjectStoreSetup<Address>, call: MakeCall<Address>) => Folders = prefixFolders,
): Store {
  const { nameOf, put = putSafely } = setup;
  const call = callsTo(setup);
  const { can, hasRanges, promise } = abilitiesOf(setup, call);
  const { kindOf, list } = foldersOf(setup, call);

  const save = async (
    { client, address, options, name }: Call<Address>,
    pieces: Parameters<Store["write"]>[1],
    expect: string | undefined,
    over: ObjectHead | undefined,
  ): Promise<Written> => {
    const bytes = await packed(await joined(pieces), packingOf(over?.encoding, name));
    return { version: await put(bytes, { ...options, client, address, expect, over }) };
  };

  const contextOf = (
    { client, address, options, name }: Call<Address>,
    maxBytes: number,
  ): OpenedContext => ({
    ...options,
    name,
    maxBytes,
    get: (what) => client.get(address, what),
    failureOf: client.failureOf,
  });

  const store: Store = {
    name: setup.name,
    concurrency: setup.concurrency,
    matches: setup.matches,
    nameOf,
    ...(setup.patternOf === undefined ? {} : { patternOf: setup.patternOf }),
    can,
    hasRanges,
    kindOf,

    open: (location, options = {}) =>
      call(location, options, async (made) => {
        const { unless, maxBytes = defaultMaxBytes } = options;
        const context = contextOf(made, maxBytes);
        const answer = await retry((signal) => context.get({ signal, unless }), made.options);
        if (answer === undefined) return undefined;
        if (unless !== undefined && answer.head.stamp === unless) {
          // Not every server looks at the condition.
          answer.close();
          return undefined;
        }
        return openAnswer(answer, context);
      }),

    write: async (location, pieces, options = {}) => {
      const { expect } = options;
      if (!setup.writes) throw unsupported(setup.name, nameOf(location), "write");
      if (expect !== undefined) {
        await promise(expect === "none" ? "create" : "expect", location, options);
      }
      return call(location, options, async (made) => {
        const over = await retry((signal) => made.client.head(made.address, signal), made.options);
        const isHeld = expect === "none" ? over === undefined : over?.version === expect;
        if (expect !== undefined && !isHeld) throw changed(expect === "none");
        return save(made, pieces, expect, over);
      });
    },

    replace: async (location, change, options = {}) => {
      await promise("expect", location, options);
      return call(location, options, async (made) => {
        const context = contextOf(made, options.maxBytes ?? defaultMaxBytes);
        const answer = await retry((signal) => context.get({ signal }), made.options);
        if (answer === undefined)
          throw new Failure("store-io", { what: "The server sent nothing" });
        const { head } = answer;
        const opened: OpenedObject = openAnswer(answer, context);
        let pieces: Parameters<Store["write"]>[1] | undefined;
        try {
          pieces = await change(opened);
        } finally {
          await opened.close();
        }
        if (pieces === undefined) return undefined;
        if (head.version === undefined) {
          throw new Failure("store-unsupported", {
            what: "The server gives no version, so nothing can be changed safely",
          });
        }
        return save(made, pieces, head.version, head);
      });
    },
  };
  return setup.lists ? { ...store, list } : store;
}

function changed(isThere: boolean): Failure {
  return new Failure("store-conflict", {
    what: isThere ? "There is an object already" : "It changed meanwhile",
    hint: "Nothing was written. Read it again and repeat the change.",
  });
}
