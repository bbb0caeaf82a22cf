import {
  editNotebook,
  type Notebook,
  readNotebook,
  readNotebooks,
  type Scrapbook,
} from "@scrapbook/browser-io";
import { jupyter } from "@scrapbook/browser-io/jupyter";
import { pandas } from "@scrapbook/encoders-pandas";
import type { Scalar } from "../../browser/src/scalar.ts";

/** The notebooks of one Jupyter server. */
export interface Server {
  /** All of them. One that is broken does not keep the others away. */
  all(): Promise<Scrapbook>;
  /** One, with the version that a save expects. */
  one(location: string): Promise<Notebook>;
  /** Saves values, unless somebody saved the notebook since it was read: then it is `store-conflict`. */
  save(notebook: Notebook, values: ReadonlyMap<string, Scalar>): Promise<void>;
}

const reading = { strict: false, encoders: [pandas()] } as const;

/** @param url the server's address. @param token empty where the browser is signed in there. */
export function serverAt(url: string, token: string): Server {
  const stores = [jupyter({ url, token: token || undefined, lookBeforeSaving: true })];
  const all = { ...reading, stores, recursive: true, onError: "collect" } as const;
  return {
    all: () => readNotebooks("jupyter://", all),
    one: (location) => readNotebook(location, { ...reading, stores }),
    save: async ({ source = "", version }, values) => {
      await editNotebook(
        source,
        (session) => {
          for (const [name, value] of values) session.set(name, value);
        },
        { stores, expect: version },
      );
    },
  };
}
