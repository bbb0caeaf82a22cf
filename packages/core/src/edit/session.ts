import { checkName, checkText, encodeContent } from "../encode/content.ts";
import { exactForm } from "../encode/form.ts";
import type { ScrapContent } from "../encode/output.ts";
import { isBundle } from "../encoder/display.ts";
import { createEncoders, type Encoders } from "../encoder/registry.ts";
import { checkOptions } from "../error/check-options.ts";
import { withSource } from "../error/error.ts";
import { applyEdits, type Edit, joinPieces } from "../json/edit/apply.ts";
import { parseJson } from "../json/parse.ts";
import type { JsonObject } from "../json/value.ts";
import { Notebook } from "../notebook/notebook.ts";
import { type NotebookInput, toBytes } from "../notebook/notebook-input.ts";
import { type ReadContext, readContext } from "../notebook/read-options.ts";
import { contentOf } from "../scrap/reencode-scrap.ts";
import { freeCellId, randomCellId } from "./cell-id.ts";
import { checkResult, countBearers } from "./check.ts";
import type { DisplayMode, Draft } from "./draft.ts";
import type { EditOptions, RenameOptions, SessionCopy, SetOptions } from "./edit-options.ts";
import { editRules, renameRules, setRules } from "./edit-rules.ts";
import { Expectations } from "./expectations.ts";
import type { TextStyle } from "./fresh-text.ts";
import { noteText } from "./note.ts";
import { openDraft } from "./open-draft.ts";
import { type Plan, planEdits } from "./plan.ts";
import { requireCodeCell, requireFree, requireTaken, sessionOver } from "./refusal.ts";
import { scrapOf } from "./scrap-of.ts";
import { shareCells } from "./share-cells.ts";

/**
 * Opens a session that plans changes to a notebook's scraps. Nothing is written: {@link
 * EditSession.edits} and {@link EditSession.apply} give what the changes come to. SPEC §13.
 *
 * @param source the file's bytes (not copied: do not change them meanwhile), its text, or a parsed
 * notebook, such as JupyterLab's model gives.
 * @throws what `parseNotebook` throws.
 */
export function edit(source: NotebookInput, options: EditOptions = {}): EditSession {
  checkOptions("edit", options, editRules);
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
  readonly #context: ReadContext;
  readonly #bytes: Uint8Array;
  readonly #draft: Draft;
  readonly #encoders: Encoders;
  readonly #style: TextStyle;
  readonly #expected = new Expectations();
  #cellId: string | undefined;
  #isOver = false;
  /** What the changes so far come to, once somebody asked. */
  #plan: Plan | undefined;

  /** @internal {@link edit} makes sessions. */
  constructor(source: NotebookInput, options: EditOptions) {
    const context = readContext(options);
    this.#source = source;
    this.#options = options;
    this.#context = context;
    this.#encoders = createEncoders(options.encoders);
    this.#bytes = toBytes(source, context.source);
    this.#draft = this.#located(() => openDraft(this.#bytes, context));
    this.#style = {
      isSorted: this.#draft.text.layout.sorted,
      // A parsed notebook holds its text joined, as Jupyter's servers give it.
      isSplit: typeof source === "string" || source instanceof Uint8Array,
      trace: noteText(options.trace),
    };
    this.notebook = new Notebook(this.#draft.outline, context);
  }

  /** The notebook's bytes as they were before any change: what {@link edits} refers to. */
  get original(): Uint8Array {
    return this.#bytes;
  }

  /** Whether there is a scrap of this name after the changes so far, be it valid or not. */
  has(name: string): boolean {
    return this.#draft.has(name);
  }

  /** The names of the scraps after the changes so far, be they valid or not, in their order. */
  names(): readonly string[] {
    return [...this.#draft.inOrder()];
  }

  /**
   * Gives a scrap a value, at its place, or adds it at the end. SPEC §13.3.
   *
   * @throws what `encodeScrap` throws; `usage-argument` for a `cell` that is no code cell;
   * `notebook-scrap-exists` where it must not be replaced.
   */
  set(name: string, value: unknown, options: SetOptions = {}): this {
    checkOptions("session.set", options, setRules);
    const { encoder, display = "drop", cell, overwrite = true } = options;
    const { nonFinite = this.#options.nonFinite } = options;
    const isMode = display === "drop" || display === "keep";
    // A display's own value is what it is shown as.
    const isOwn = encoder === "display" && isBundle(value);
    return this.#change(() => {
      requireCodeCell(this.#draft, cell);
      checkName(name, !isMode || encoder === "display");
      if (!overwrite) requireFree(this.#draft, name);
      const how = { encoder, nonFinite, display: isMode || isOwn ? undefined : display };
      const { onEncoder } = this.#options;
      const content = encodeContent(name, value, this.#encoders, how, exactForm, onEncoder);
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
      requireTaken(this.#draft, name);
      this.#draft.remove(name);
      this.#expected.remove(name);
    });
  }

  /**
   * Renames a scrap, in its payloads, records, displays and their metadata. SPEC §13.5.
   *
   * @throws `notebook-scrap-missing`; `notebook-scrap-exists` where the new name is taken;
   * `usage-argument` where the new name is empty and the scrap has a display.
   */
  rename(from: string, to: string, options: RenameOptions = {}): this {
    checkOptions("session.rename", options, renameRules);
    return this.#change(() => {
      checkText(to);
      requireTaken(this.#draft, from);
      checkName(to, this.#draft.isShown(from));
      if (from === to) return;
      if (options.overwrite !== true) requireFree(this.#draft, to);
      this.#draft.remove(to);
      this.#draft.rename(from, to);
      this.#expected.rename(from, to);
    });
  }

  /**
   * Copies a scrap, display included, as its source text: nothing is decoded. SPEC §13.6.
   *
   * @param copy `{ from: notebook, name: "chart" }`, or `{ from: scrap }`; `as` is the name that the
   * copy gets. A scrap that has the name already is replaced with `overwrite: true`.
   * @throws `notebook-scrap-missing`; `notebook-scrap-exists` where the name is taken.
   */
  copy(copy: SessionCopy): this {
    return this.#change(() => {
      const scrap = scrapOf(copy);
      const target = copy.as ?? scrap.name;
      const content = contentOf(scrap);
      checkName(target, content.display !== undefined);
      if (copy.overwrite !== true) requireFree(this.#draft, target);
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
    return this.#planned().edits;
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
    const plan = this.#planned();
    const result = parseJson(joinPieces(applyEdits(this.#bytes, plan.edits)), {
      engine: this.#context.engine,
    }) as JsonObject;
    if (this.#style.isSplit) return result;
    return shareCells(this.#source as unknown as JsonObject, result, plan);
  }

  /** Made once for the same changes, so that whatever is asked of the session is one result. */
  #planned(): Plan {
    this.#plan ??= this.#located(() => {
      const plan = planEdits(this.#draft, this.#style, (taken) => {
        this.#cellId ??= freeCellId(taken, this.#options.cellId ?? randomCellId);
        return this.#cellId;
      });
      if (plan.edits.length > 0) {
        const bearers = countBearers(this.#draft.changed());
        const expected = { scraps: this.#expected.scraps, bearers };
        checkResult(this.#bytes, plan, expected, this.#context);
      }
      return plan;
    });
    return this.#plan;
  }

  /** From now on changes are refused: nobody would write them. @internal */
  end(): void {
    this.#isOver = true;
  }

  #put(name: string, content: ScrapContent, mode: DisplayMode, cell: number | undefined): void {
    this.#draft.put(name, content, mode, cell);
    this.#expected.put(name, content, mode);
  }

  #change(change: () => void): this {
    if (this.#isOver) throw sessionOver();
    this.#located(change);
    this.#plan = undefined;
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
