import { readFile } from "node:fs/promises";
import {
  type EditOptions,
  type EditSession,
  edit,
  type Notebook,
  parseJson,
  parseNotebook,
  type SetOptions,
} from "@scrapbook/core";
import { readOptionsOf } from "./library.ts";
import type { Operation } from "./loop.ts";
import { tagScraps } from "./read.ts";
import { tag, tagBytes } from "./tag.ts";
import { type TaggedBundle, untag, untagBundle, untagText } from "./untag.ts";

/** Makes changes to the first file of a request, and gives the new file. */
export type Editor = (
  path: string,
  options: EditOptions,
  change: (session: EditSession) => void,
) => Promise<Uint8Array>;

/** `@scrapbook/core` alone: bytes in, bytes out. */
export const editBytes: Editor = async (path, options, change) => {
  const session = edit(await readFile(path), options);
  change(session);
  return session.toBytes();
};

/** `rewrite`: a session without changes. */
export function rewriteWith(editor: Editor): Operation {
  return async (request) => {
    const [file] = request.files;
    const bytes = await editor(file?.path ?? "", readOptionsOf(request), () => {});
    return { bytes: tagBytes(bytes) };
  };
}

/** `edit`: a session with the changes of the request. */
export function editWith(editor: Editor): Operation {
  return async (request) => {
    const options = readOptionsOf(request);
    const sources = new Map<string, Notebook>();
    for (const { key, path } of request.files)
      sources.set(key, parseNotebook(await readFile(path), options));
    const nonFinite = request.nonFinite as EditOptions["nonFinite"];
    const bytes = await editor(
      request.files[0]?.path ?? "",
      { ...options, nonFinite },
      (session) => {
        for (const change of request.changes as readonly Change[]) make(session, change, sources);
      },
    );
    return {
      bytes: tagBytes(bytes),
      parsed: tag(parseJson(bytes)),
      scraps: tagScraps(parseNotebook(bytes, options).scraps).scraps,
    };
  };
}

/** One change, as a case writes it. */
export interface Change {
  readonly set?: {
    readonly name: unknown;
    readonly value: unknown;
    readonly encoder?: string;
    readonly display?: "drop" | "keep" | TaggedBundle;
    readonly overwrite?: boolean;
  };
  readonly remove?: unknown;
  readonly rename?: readonly [unknown, unknown];
  readonly copy?: {
    readonly from: string;
    readonly name: unknown;
    readonly as?: unknown;
    readonly overwrite?: boolean;
  };
  readonly overwrite?: boolean;
}

function make(session: EditSession, change: Change, sources: ReadonlyMap<string, Notebook>): void {
  const { set, remove, rename, copy, overwrite } = change;
  if (set !== undefined) {
    const { name, value, display, ...options } = set;
    session.set(untagText(name), untag(value), { ...options, display: displayOf(display) });
  }
  if (remove !== undefined) session.remove(untagText(remove));
  if (rename !== undefined)
    session.rename(untagText(rename[0]), untagText(rename[1]), { overwrite });
  if (copy !== undefined) {
    const from = sources.get(copy.from);
    if (from === undefined) throw new Error(`there is no file ${copy.from}`);
    const as = copy.as === undefined ? undefined : untagText(copy.as);
    session.copy({ from, name: untagText(copy.name), as, ...overwriting(copy.overwrite) });
  }
}

function displayOf(display: "drop" | "keep" | TaggedBundle | undefined): SetOptions["display"] {
  return typeof display === "object" ? untagBundle(display) : display;
}

/** Only where the case says it, so that the package's default is tested too. */
function overwriting(overwrite: boolean | undefined): { overwrite?: boolean } {
  return overwrite === undefined ? {} : { overwrite };
}
