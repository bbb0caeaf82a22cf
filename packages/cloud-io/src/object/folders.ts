import type { ListedObject } from "@scrapbook/core/io";
import { errorOf, Failure } from "../failure.ts";
import { retry } from "../retry.ts";
import type { MakeCall } from "./calls.ts";
import type { Page } from "./client.ts";
import type { Call, Folders, ObjectStoreSetup } from "./setup.ts";

/** Prefixes of keys, read as folders: a page is held at a time. */
export function prefixFolders<Address>(
  setup: ObjectStoreSetup<Address>,
  call: MakeCall<Address>,
): Folders {
  return {
    kindOf: (location, options) =>
      call(location, options, async ({ client, address, options, name }) => {
        if (client.page === undefined) return "object";
        // Whether it is there is for the listing to find out: a request less.
        if (setup.isFolder(location)) return "folder";
        const head = await retry((signal) => client.head(address, signal), options);
        if (head !== undefined) return "object";
        const folder = setup.addressOf(setup.below(location, ""));
        return (await isEmpty({ client, address: folder, options, name })) ? "none" : "folder";
      }),

    async *list(location, options = {}): AsyncGenerator<ListedObject> {
      const { recursive = false, hidden = false } = options;
      const folder = setup.below(location, "");
      const name = setup.nameOf(folder);
      let token: string | undefined;
      let isThere = false;
      do {
        const page: Page = await call(folder, options, async ({ client, address, options }) => {
          const { page } = client;
          if (page === undefined)
            throw new Failure("store-unsupported", { what: "This store cannot list" });
          return retry(
            (signal) => page.call(client, address, { signal, recursive, token }),
            options,
          );
        });
        isThere ||= page.objects.length > 0 || page.hasFolders;
        for (const { below, size, stamp } of page.objects) {
          if (below === "" || below.endsWith("/")) continue;
          if (!hidden && /(?:^|\/)\.[^/]*\//.test(below)) continue;
          yield { location: setup.below(folder, below), path: name + below, size, stamp };
        }
        token = page.next;
      } while (token !== undefined);
      if (!isThere) throw errorOf(noFolder(), name);
    },
  };
}

async function isEmpty<Address>({ client, address, options }: Call<Address>): Promise<boolean> {
  const { page } = client;
  if (page === undefined) return false;
  try {
    const { objects, hasFolders } = await retry(
      (signal) =>
        page.call(client, address, { signal, recursive: false, token: undefined, limit: 1 }),
      options,
    );
    return objects.length === 0 && !hasFolders;
  } catch (error) {
    if (error instanceof Failure && error.code === "store-not-found") return true;
    throw error;
  }
}

/** What it means that nothing is below a prefix. */
export function noFolder(): Failure {
  return new Failure("store-not-found", {
    what: "There is no such folder, or nothing is in it",
    hint: "Check the address.",
  });
}
