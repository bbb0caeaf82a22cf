import type { ListedObject } from "@scrapbook/core/io";
import { errorOf } from "../failure.ts";
import type { MakeCall } from "../object/calls.ts";
import { noFolder } from "../object/folders.ts";
import type { Folders } from "../object/setup.ts";
import { retry } from "../retry.ts";
import { belowHdfs, type HdfsAddress, hdfsAddress } from "./location.ts";
import { hdfsName } from "./name.ts";
import type { Rest } from "./rest.ts";
import { type FileStatus, stampOf, statusIfThere } from "./status.ts";
import { type FolderPage, walk } from "./walk.ts";

interface DirectoryListing {
  readonly partialListing?: { readonly FileStatuses?: { readonly FileStatus?: FileStatus[] } };
  readonly remainingEntries?: number;
}

/** Folders of HDFS, a page at a time. */
export function hdfsFolders(rest: Rest, call: MakeCall<HdfsAddress>): Folders {
  const pageOf = async (
    address: HdfsAddress,
    startAfter: string | undefined,
    signal: AbortSignal,
  ): Promise<FolderPage> => {
    const answer = await rest.ask("GET", "LISTSTATUS_BATCH", address, { startAfter }, signal);
    const { DirectoryListing: listing } = answer as { DirectoryListing?: DirectoryListing };
    const entries = listing?.partialListing?.FileStatuses?.FileStatus ?? [];
    // A file is listed as itself.
    if (entries[0]?.pathSuffix === "") throw noFolder();
    return { entries, isLast: (listing?.remainingEntries ?? 0) === 0 };
  };

  return {
    kindOf: (location, options) =>
      call(location, options, async ({ address, options }) => {
        const status = await retry((signal) => statusIfThere(rest, address, signal), options);
        if (status === undefined) return "none";
        return status.type === "DIRECTORY" ? "folder" : "object";
      }),

    async *list(location, options = {}): AsyncGenerator<ListedObject> {
      const { recursive = false, hidden = false, enter = () => true } = options;
      const folder = belowHdfs(location, "");
      const name = hdfsName(folder);
      const found = walk(hdfsAddress(folder), {
        ...{ recursive, hidden, enter: (below) => enter(name + below) },
        page: (address, after) =>
          call(folder, options, ({ options }) =>
            retry((signal) => pageOf(address, after, signal), options),
          ),
      });
      try {
        for await (const { below, status } of found) {
          const { length: size } = status;
          const stamp = stampOf(status);
          yield { location: belowHdfs(folder, below), path: name + below, size, stamp };
        }
      } catch (error) {
        throw errorOf(error, name);
      }
    },
  };
}
