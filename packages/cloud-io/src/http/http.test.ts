import type { Place } from "../../../../quality/store-contract/place.ts";
import { testStore } from "../../../../quality/store-contract/test-store.ts";
import { startWeb } from "../../../../scripts/servers/web.mjs";
import { type HttpOptions, http } from "./index.ts";

/** A web server of its own. */
async function webPlace(options?: HttpOptions): Promise<Place<string>> {
  const web = await startWeb();
  const at = (path: string): string =>
    `${web.url}/${path.split("/").map(encodeURIComponent).join("/")}`;
  return {
    store: http(options),
    folder: web.url,
    at,
    put: async (path, bytes) => {
      web.files.set(new URL(at(path)).pathname, Buffer.from(bytes));
    },
    close: web.stop,
  };
}

testStore({
  name: "http",
  make: () => webPlace(),
  can: { expect: false, create: false, ranges: true, list: false, write: true },
  versions: true,
});

testStore({
  name: "http, of servers that honour conditions",
  make: () => webPlace({ conditionalWrites: true }),
  can: { expect: true, create: true, ranges: true, list: false, write: true },
});
