import { checkName, checkText, encodeContent } from "../encode/encode-scrap.ts";
import type { ScrapContent } from "../encode/output.ts";
import { contentOf } from "../encode/reencode-scrap.ts";
import { isDisplayBundle } from "../encoder/display.ts";
import { createEncoders, type Encoders } from "../encoder/registry.ts";
import { ScrapbookError, withSource } from "../error.ts";
import { parseJson } from "../json/parse.ts";
import { jsonPointer } from "../json/pointer.ts";
import { scan } from "../json/scan.ts";
import type { JsonObject } from "../json/value.ts";
import { rootValue } from "../json/walk.ts";
import { nearNames, orList } from "../near-names.ts";
import { Notebook } from "../notebook/notebook.ts";
import { outputPath } from "../notebook/outline.ts";
import { type NotebookInput, toBytes } from "../notebook/parse-notebook.ts";
import { readContext } from "../notebook/read-options.ts";
import { readOutline } from "../notebook/read-outline.ts";
import type { Scrap } from "../scrap/scrap.ts";
import { applyEdits, type Edit, joinPieces } from "./apply.ts";
import { randomCellId } from "./cell-id.ts";
import { checkResult, type Expectation } from "./check.ts";
import {
  createDraft,
  type DisplayMode,
  type Draft,
  putScrap,
  removeScrap,
  renameScrap,
} from "./draft.ts";
import { displayName } from "./draft-output.ts";
import type { CopyOptions, EditOptions, RenameOptions, SetOptions } from "./edit-options.ts";
import type { TextStyle } from "./fresh-text.ts";
import { jsonText, objectText } from "./json-text.ts";
import { detectLayout } from "./layout.ts";
import { membersOf } from "./object.ts";
import { type Plan, planEdits } from "./plan.ts";

/**
 * Opens a session that plans changes to a notebook's scraps. Nothing is written: {@link
 * EditSession.edits} and {@link EditSession.apply} give what the changes come to. SPEC §13.
 *
 * @param source the file's bytes (not copied: do not change them meanwhile), its text, or a parsed
 * notebook, such as JupyterLab's model gives.
 * @throws what `parseNotebook` throws.
 */
export function edit(source: NotebookInput, options: EditOptions = {}): EditSession {
  return new EditSession(source, options);
}

/**
 * Changes to one notebook, planned together. Each method changes the plan and gives the session, or
 * throws and changes nothing. SPEC §13.
 */
export class EditSession {
  /** The notebook as it was before any change. */
  readonly notebook: Notebook;
  readonly #source: NotebookInput;
  readonly #options: EditOptions;
  readonly #bytes: Uint8Array;
  readonly #draft: Draft;
  readonly #encoders: Encoders;
  readonly #style: TextStyle;
  readonly #expected = new Map<string, Expectation | undefined>();

  /** @internal {@link edit} makes sessions. */
  constructor(source: NotebookInput, options: EditOptions) {
    if (source instanceof Notebook) {
      throw new ScrapbookError("usage-argument", {
        what: "A notebook that was read is a view, and holds no bytes to edit",
        expected: "the file's bytes, its text, or a parsed notebook",
      });
    }
    const context = readContext(options);
    this.#source = source;
    this.#options = options;
    this.#encoders = createEncoders(options.encoders);
    this.#bytes = toBytes(source, context.source);
    const bytes = this.#bytes;
    const { tape, outline } = this.#located(() => {
      const tape = scan(bytes, { maxDepth: context.maxDepth });
      return { tape, outline: readOutline(bytes, tape, "file") };
    });
    const members = membersOf({ bytes, tape }, rootValue(bytes, tape));
    const layout = detectLayout(bytes, members);
    this.#draft = createDraft({ bytes, tape, layout }, outline);
    this.#style = {
      isSorted: layout.sorted,
      // A parsed notebook holds its text joined, as Jupyter's servers give it.
      isSplit: typeof source === "string" || source instanceof Uint8Array,
      trace: traceText(options.trace),
    };
    this.notebook = new Notebook(outline, context);
  }

  /** Whether there is a scrap of this name after the changes so far, be it valid or not. */
  has(name: string): boolean {
    return this.#draft.byName.has(name);
  }

  /**
   * Gives a scrap a value, at its place, or adds it at the end. SPEC §13.3.
   *
   * @throws what `encodeScrap` throws; `usage-argument` for a `cell` that is no code cell;
   * `notebook-scrap-exists` where it must not be replaced.
   */
  set(name: string, value: unknown, options: SetOptions = {}): this {
    const { encoder, display = "drop", cell, overwrite = true } = options;
    const { nonFinite, onEncoder } = this.#options;
    const isMode = display === "drop" || display === "keep";
    // A display's own value is what it is shown as.
    const isOwn = encoder === "display" && isDisplayBundle(value);
    return this.#change(() => {
      this.#checkCell(cell);
      checkName(name, !isMode || encoder === "display");
      if (!overwrite) this.#requireFree(name);
      const content = encodeContent(
        name,
        value,
        this.#encoders,
        { encoder, nonFinite, display: isMode || isOwn ? undefined : display },
        onEncoder,
      );
      this.#put(name, content, isMode ? display : "drop", cell);
    });
  }

  /**
   * Removes a scrap: everything that contributes to it, so that no older value reappears. An output
   * that holds anything else stays. SPEC §13.4.
   *
   * @throws `notebook-scrap-missing`.
   */
  remove(name: string): this {
    return this.#change(() => {
      this.#require(name);
      removeScrap(this.#draft, name);
      this.#expected.set(name, undefined);
    });
  }

  /**
   * Renames a scrap, in its payloads, records, displays and their metadata. SPEC §13.5.
   *
   * @throws `notebook-scrap-missing`; `notebook-scrap-exists` where the new name is taken;
   * `usage-argument` where the new name is empty and the scrap has a display.
   */
  rename(from: string, to: string, { overwrite = false }: RenameOptions = {}): this {
    return this.#change(() => {
      checkText(to);
      this.#require(from);
      checkName(to, isShown(this.#draft, from));
      if (from === to) return;
      if (!overwrite) this.#requireFree(to);
      removeScrap(this.#draft, to);
      renameScrap(this.#draft, from, to);
      const expectation = this.#expected.get(from);
      if (expectation !== undefined) this.#expected.set(to, expectation);
      else this.#expected.delete(to);
      this.#expected.set(from, undefined);
    });
  }

  /**
   * Copies a scrap, display included, as its source text: nothing is decoded. SPEC §13.6.
   *
   * @param from a notebook, or one of its scraps, as it was read.
   * @param name the scrap's name in the notebook; may be left out with a scrap.
   * @throws `notebook-scrap-missing`; `notebook-scrap-exists` where the name is taken.
   */
  copy(from: Scrap, name?: string, options?: CopyOptions): this;
  copy(from: Pick<Notebook, "scraps" | "source">, name: string, options?: CopyOptions): this;
  copy(
    from: Scrap | Pick<Notebook, "scraps" | "source">,
    name?: string,
    options: CopyOptions = {},
  ): this {
    return this.#change(() => {
      const scrap = "scraps" in from ? scrapOf(from, name as string) : from;
      const target = options.as ?? name ?? scrap.name;
      const content = contentOf(scrap);
      checkName(target, content.display !== undefined);
      if (options.overwrite !== true) this.#requireFree(target);
      this.#put(target, content, "drop", undefined);
    });
  }

  /**
   * What the changes come to: sorted, disjoint edits of the original bytes. Empty where nothing
   * changes. The result is read again, as far as it could have changed, before they are given.
   *
   * @throws `notebook-result-invalid`; `usage-argument` where `cellId` gives no id.
   */
  edits(): readonly Edit[] {
    return this.#plan().edits;
  }

  /** The edited bytes in pieces, most of them views of the original: to be written, not joined. */
  apply(): Iterable<Uint8Array> {
    return applyEdits(this.#bytes, this.edits());
  }

  /** The edited bytes as one array. */
  toBytes(): Uint8Array<ArrayBuffer> {
    return joinPieces(this.apply());
  }

  /**
   * The edited notebook as a parsed object. Where the session was opened on one, it is left as it
   * was, and what did not change is shared with it.
   */
  toObject(): JsonObject {
    const plan = this.#plan();
    const result = parseJson(joinPieces(applyEdits(this.#bytes, plan.edits))) as JsonObject;
    if (this.#style.isSplit) return result;
    const original = this.#source as JsonObject;
    const [cells, edited] = [original.cells, result.cells] as [JsonObject[], JsonObject[]];
    return {
      ...original,
      cells: edited.map((cell, place) => (plan.cells.has(place) ? cell : (cells[place] ?? cell))),
    };
  }

  #plan(): Plan {
    return this.#located(() => {
      const plan = planEdits(this.#draft, this.#style, this.#options.cellId ?? randomCellId);
      if (plan.edits.length > 0) {
        checkResult(this.#bytes, plan, this.#expected, this.#options.maxDepth);
      }
      return plan;
    });
  }

  #put(name: string, content: ScrapContent, mode: DisplayMode, cell: number | undefined): void {
    putScrap(this.#draft, name, content, mode, cell);
    const isShown = content.display !== undefined || (mode === "keep" ? undefined : false);
    this.#expected.set(name, { encoder: content.payload?.encoder, isShown });
  }

  /** @throws `notebook-scrap-missing`. */
  #require(name: string): void {
    checkText(name);
    if (this.has(name)) return;
    const near = nearNames(name, this.#draft.byName.keys());
    throw new ScrapbookError("notebook-scrap-missing", {
      what: `No scrap is called ${JSON.stringify(name)}`,
      hint: near.length > 0 ? `Did you mean ${orList(near)}?` : undefined,
    });
  }

  /** @throws `notebook-scrap-exists`, with the path of the first output that bears the name. SPEC §13.10. */
  #requireFree(name: string): void {
    const [first] = this.#draft.byName.get(name) ?? [];
    if (first === undefined) return;
    throw new ScrapbookError("notebook-scrap-exists", {
      what: `A scrap is called ${JSON.stringify(name)} already`,
      path: first.outline && outputPath(first.outline),
      hint: "Remove it first, or set { overwrite: true }.",
    });
  }

  #checkCell(cell: number | undefined): void {
    if (cell === undefined) return;
    const found = this.#draft.outline.cells[cell];
    if (found?.isCode && found.outputsFault === undefined) return;
    throw new ScrapbookError("usage-argument", {
      what: "No code cell stands at this place",
      path: found === undefined ? undefined : jsonPointer(["cells", cell]),
      got: String(cell),
    });
  }

  #change(change: () => void): this {
    this.#located(change);
    return this;
  }

  #located<T>(act: () => T): T {
    try {
      return act();
    } catch (error) {
      const { source } = this.#options;
      throw source === undefined ? error : withSource(error, source);
    }
  }
}

/** @throws `notebook-scrap-missing`, with the source of the notebook that lacks it. */
function scrapOf({ scraps }: Pick<Notebook, "scraps">, name: string): Scrap {
  const scrap = scraps.get(name);
  if (scrap === undefined) scraps.value(name);
  return scrap as Scrap;
}

function isShown({ byName }: Draft, name: string): boolean {
  return (byName.get(name) ?? []).some((output) => displayName(output) === name);
}

function traceText(trace: EditOptions["trace"]): string | undefined {
  if (trace === undefined || trace === false) return undefined;
  const { at, note } = trace === true ? { at: new Date().toISOString() } : trace;
  const members = Object.entries({ at, note }).filter(([, value]) => value !== undefined);
  return objectText(
    members.map(([key, value]) => [key, jsonText(value)]),
    false,
  );
}
