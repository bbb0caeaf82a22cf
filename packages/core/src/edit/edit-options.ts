import type { EncodeOptions } from "../encode/payload.ts";
import type { Bundle } from "../encoder/display.ts";
import type { Encoding } from "../encoder/encoder.ts";
import type { Notebook } from "../notebook/notebook.ts";
import type { ReadOptions } from "../notebook/read-options.ts";
import type { Scrap } from "../scrap/scrap.ts";
import type { DisplayMode } from "./draft.ts";

/** Options of `edit`. */
export interface EditOptions extends ReadOptions {
  /** What becomes of `NaN` and the infinities in values. Default `"error"`. SPEC §10.3. */
  readonly nonFinite?: EncodeOptions["nonFinite"];
  /**
   * Leaves a note in the metadata of what `set` and `copy` write: `metadata.scrapbook.edited`. `at`
   * is a time in ISO 8601, `note` any text; `true` is the time of opening. Default none. SPEC §13.9.
   */
  readonly trace?: boolean | EditNote | undefined;
  /** Makes ids for new cells. Default: eight random hexadecimal digits, as nbformat. */
  readonly cellId?: (() => string) | undefined;
  /** Called with each encoder before it encodes: where it throws, nothing changes. Default none. */
  readonly onEncoder?: ((encoder: Encoding) => void) | undefined;
}

/** What is noted of a change. SPEC §13.9. */
export interface EditNote {
  readonly at?: string | undefined;
  readonly note?: string | undefined;
}

/** Options of `session.set`. */
export interface SetOptions {
  /** The encoder's name. Default: the first that takes the value. SPEC §4.1. */
  readonly encoder?: string | undefined;
  /**
   * What the scrap is shown as: `"drop"` takes an old display away, since it must not illustrate a
   * new value; `"keep"` leaves it; a bundle replaces it. Default `"drop"`.
   */
  readonly display?: DisplayMode | Bundle | undefined;
  /**
   * The code cell, from 0, to whose outputs a new scrap is added. Default: a new cell at the end.
   * A scrap that is there stays where it is.
   */
  readonly cell?: number | undefined;
  /** Whether a scrap that is there is replaced. Default `true`. */
  readonly overwrite?: boolean | undefined;
  /** What becomes of `NaN` and the infinities. Default: what `edit` was told. SPEC §10.3. */
  readonly nonFinite?: EncodeOptions["nonFinite"];
}

/** Options of `session.rename`. */
export interface RenameOptions {
  /** Whether a scrap that has the new name already is removed. Default `false`: it is refused. */
  readonly overwrite?: boolean | undefined;
}

/** How a scrap is copied. */
export interface CopyOptions {
  /** The name that the copy gets. Default: the same. */
  readonly as?: string | undefined;
  /** Whether a scrap that has the name already is replaced. Default `false`: it is refused. */
  readonly overwrite?: boolean | undefined;
}

/** What `session.copy` copies: a notebook's scrap, by its name, or a scrap. */
export type SessionCopy = CopyOptions &
  (
    | { readonly from: Pick<Notebook, "scraps" | "source">; readonly name: string }
    | { readonly from: Scrap; readonly name?: undefined }
  );
