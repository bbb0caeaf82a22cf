import { findMembers, type KeySlots, keySlots, valueAfter } from "../json/find-members.ts";
import type { Tape } from "../json/tape.ts";
import { kindAt, rootValue, type ValueSpan } from "../json/walk.ts";
import { utf8Encoder } from "../platform.ts";
import type { Cells, CellsContext } from "./cells.ts";
import { decodeFormat } from "./format.ts";
import type { CellOutline, Outline, Part } from "./outline.ts";
import { notAnObject, requireKind } from "./outline-error.ts";
import { makeCells, papermillIn, readCells } from "./read-cells.ts";
import { keepCopies, keepFile, type RegionKeeper } from "./region.ts";
import { fileSpan, toPart, type WalkContext } from "./walk-context.ts";

/** How an outline is read. */
export interface OutlineOptions {
  /**
   * With `"parts"` what views need is copied, so that the file's bytes can be let go. Others keep what
   * they are given: {@link Remains}.
   */
  readonly retain: "file" | "parts" | Remains;
  /** Whether formats 2 and 3, which hold no scraps, are empty notebooks. Default `false`. */
  readonly oldFormats?: boolean | undefined;
  /** Whether the code of cells that glue is kept. Default: where it costs no copy. */
  readonly codeLines?: boolean | undefined;
}

/** What is left of a file whose rest was let go: how it is kept, and where it was. */
export interface Remains extends RegionKeeper, Pick<WalkContext, "offsetOf"> {}

const same = (at: number): number => at;

const rootSlots: KeySlots = /* @__PURE__ */ keySlots(
  "nbformat",
  "nbformat_minor",
  "metadata",
  "cells",
);
const inRoot: Uint32Array = /* @__PURE__ */ new Uint32Array(4);

/** An outline whose cells are still to be made. */
export interface KeptOutline extends Omit<Outline, "cells" | "bearing">, Cells {}

/** Walks a tape into an outline. @throws what {@link keepOutline} throws. */
export function readOutline(bytes: Uint8Array, tape: Tape, options: OutlineOptions): Outline {
  return withCells(keepOutline(bytes, tape, options));
}

/**
 * Walks a tape, and keeps what an outline needs. SPEC §2; order of checks §12.
 *
 * @throws `notebook-not-object`, `notebook-version-missing`, `notebook-version-invalid`,
 * `notebook-version-unsupported`, `notebook-member-missing`, `notebook-member-type`.
 */
export function keepOutline(
  bytes: Uint8Array,
  tape: Tape,
  { retain, oldFormats = false, codeLines = retain === "file" }: OutlineOptions,
): KeptOutline {
  const { keep, finish, offsetOf = same } = keeperOf(bytes, tape, retain);
  const context: CellsContext = { bytes, tape, offsetOf, keep, codeLines };
  const root = rootValue(bytes, tape);
  const kind = kindAt(bytes, root.valueStart);
  if (kind !== "object") throw notAnObject(kind, root.valueStart);

  findMembers(bytes, tape, root.valueIndex, rootSlots, inRoot);
  const found = (slot: number): ValueSpan | undefined =>
    inRoot[slot] ? valueAfter(bytes, tape, inRoot[slot]) : undefined;
  const format = decodeFormat(bytes, found(0), found(1), oldFormats);
  const { nbformat, nbformatMinor, oldFormat } = format;
  if (oldFormat !== undefined) {
    const marks = new Uint32Array(0);
    const none = { bearing: [], marks, marked: finish(marks) };
    return { ...format, metadata: noMetadata, papermill: undefined, ...none };
  }
  const { valueStart } = root;
  const object = requireKind(bytes, found(2), "object", "/metadata", valueStart);
  const cells = requireKind(bytes, found(3), "array", "/cells", valueStart);
  const metadata = toPart(context, object);
  const inside = papermillIn(context, object.valueIndex);
  const papermill = inside > 0 ? valueAfter(bytes, tape, inside) : undefined;
  const { bearing, marks } = readCells(context, cells);
  // Written out here and below: spreading takes longer than all else that is done once for a notebook.
  return {
    nbformat,
    nbformatMinor,
    oldFormat,
    metadata,
    papermill: papermill && { region: metadata.region, span: fileSpan(context, papermill) },
    bearing,
    marks,
    marked: finish(marks),
  };
}

function keeperOf(
  bytes: Uint8Array,
  tape: Tape,
  retain: OutlineOptions["retain"],
): RegionKeeper & Partial<Remains> {
  if (typeof retain === "object") return retain;
  return (retain === "file" ? keepFile : keepCopies)(bytes, tape, 0);
}

/** The outline of what was kept: its cells are made when somebody asks for them. */
export function withCells(kept: KeptOutline): Outline {
  let made: readonly CellOutline[] | undefined;
  const { nbformat, nbformatMinor, oldFormat, metadata, papermill, bearing } = kept;
  return {
    nbformat,
    nbformatMinor,
    oldFormat,
    metadata,
    papermill,
    bearing,
    get cells() {
      made ??= makeCells(kept);
      return made;
    },
  };
}

/** What counts as the metadata of a notebook of an older format. */
const noMetadata: Part = {
  region: { bytes: /* @__PURE__ */ utf8Encoder.encode("{}"), offset: 0, plain: true },
  span: { start: 0, end: 2 },
};
