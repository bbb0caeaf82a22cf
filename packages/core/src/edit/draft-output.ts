import { isShownMime } from "../encode/display.ts";
import type { ScrapContent } from "../encode/output.ts";
import type { PayloadContent } from "../encode/payload.ts";
import type { Text } from "../json/edit/object.ts";
import type { OutputOutline } from "../outline/outline.ts";
import { type DraftPayload, DraftPayloads } from "./draft-payloads.ts";
import { outputParts } from "./output-parts.ts";

/** What an output's metadata and form say of scraps. */
export interface OutputHead {
  /** The prefix of myst-nb's keys, possibly empty; `undefined` for everybody else's. SPEC §8. */
  readonly mimePrefix: string | undefined;
  /** The name that the output displays. */
  readonly display: string | undefined;
  /** The names in its metadata, whether or not they count. */
  readonly scrapbookName: string | undefined;
  readonly papermillName: string | undefined;
}

/** What `metadata.scrapbook` is to say of the data in an output; without a name it goes. */
export interface ScrapLabel {
  readonly name: string | undefined;
  readonly isShown: boolean;
}

/** A scrap that has an output to itself. */
export interface LoneScrap extends ScrapContent {
  readonly name: string;
}

/** Says nothing. */
export const emptyHead: OutputHead = {
  mimePrefix: undefined,
  display: undefined,
  scrapbookName: undefined,
  papermillName: undefined,
};

/** Members of an output that are not content. */
const frame: ReadonlySet<string> = new Set(["output_type", "data", "metadata", "execution_count"]);

/** An output that bears scraps: as it was read, and as the changes so far leave it. SPEC §13. */
export class DraftOutput {
  /** Where it is in the file; `undefined` for a new one. */
  readonly outline: OutputOutline | undefined;
  /** The cell that it is in; `undefined` for the new cell at the end. */
  readonly cellIndex: number | undefined;
  /** What it said when it was read. */
  readonly before: OutputHead;
  readonly payloads: DraftPayloads;
  /** The scrap that it is written anew for, whole: it then bears this one, and nothing else. */
  lone: LoneScrap | undefined;
  /** The names that it has now, as in {@link OutputHead}, unless it is written anew. */
  display: string | undefined;
  scrapbookName: string | undefined;
  papermillName: string | undefined;
  /** `undefined` for what `metadata.scrapbook` says already. */
  label: ScrapLabel | undefined;
  /** The scrap whose value was written here, if one was: what a note is about. SPEC §13.9. */
  written: string | undefined;
  /** Whether it was taken out of the file. */
  isRemoved = false;
  /** Whether myst-nb's output was given a payload, which only another form can hold. SPEC §13.3. */
  isConverted = false;
  #rest: Rest | undefined;

  private constructor(
    outline: OutputOutline | undefined,
    cellIndex: number | undefined,
    head: OutputHead,
    payloads: readonly DraftPayload[],
    lone: LoneScrap | undefined,
  ) {
    this.outline = outline;
    this.cellIndex = cellIndex;
    this.before = head;
    this.payloads = new DraftPayloads(payloads);
    this.lone = lone;
    this.display = head.display;
    this.scrapbookName = head.scrapbookName;
    this.papermillName = head.papermillName;
  }

  /** An output of the file. */
  static read(
    outline: OutputOutline,
    head: OutputHead,
    payloads: readonly DraftPayload[],
  ): DraftOutput {
    return new DraftOutput(outline, outline.cellIndex, head, payloads, undefined);
  }

  /** An output that is put in. */
  static added(cellIndex: number | undefined, scrap: LoneScrap): DraftOutput {
    return new DraftOutput(undefined, cellIndex, emptyHead, [], scrap);
  }

  /** The name that it displays now. */
  get displayName(): string | undefined {
    if (this.lone === undefined) return this.display;
    return this.lone.display === undefined ? undefined : this.lone.name;
  }

  /** The names whose data it bears now, in order. */
  get dataNames(): readonly string[] {
    if (this.lone === undefined) return this.payloads.names();
    return this.lone.payload === undefined ? [] : [this.lone.name];
  }

  /** Whether it bears data of this name; without a name, any data. */
  hasData(name?: string): boolean {
    const { lone, payloads } = this;
    if (lone === undefined) return name === undefined ? payloads.count > 0 : payloads.has(name);
    return lone.payload !== undefined && (name ?? lone.name) === lone.name;
  }

  /** Whether it lost the display that it had. */
  get isStripped(): boolean {
    return this.before.display !== undefined && this.display === undefined;
  }

  /** Whether it bears only one name, so that nothing is lost with it. SPEC §13.2. */
  holdsOnly(text: Text, name: string): boolean {
    const { outline, lone, display, payloads } = this;
    if (lone !== undefined || outline === undefined) return true;
    if (payloads.countOf(name) < payloads.count) return false;
    if (display !== undefined && display !== name) return false;
    this.#rest ??= restOf(text, outline, payloads);
    const { hasUnread, hasShown, hasMore } = this.#rest;
    const isShown = display === name;
    // All of a myst-nb output is its display.
    const isAccounted =
      this.before.mimePrefix !== undefined ||
      (!hasUnread && (!hasShown || isShown || this.isStripped));
    return isAccounted && (isShown || !hasMore);
  }

  /** Writes it anew for one scrap. */
  replace(scrap: LoneScrap): void {
    this.payloads.clear();
    this.lone = scrap;
    this.display = undefined;
    this.scrapbookName = undefined;
    this.papermillName = undefined;
    this.label = undefined;
    this.written = undefined;
  }

  /**
   * Writes the payload that counts, the last of its name, anew. A display that has none gets one:
   * both merge modes read the two in one output as one scrap.
   */
  setPayload(name: string, content: PayloadContent): void {
    if (this.lone !== undefined) {
      this.lone = { ...this.lone, payload: content };
      return;
    }
    if (!this.payloads.rewrite(name, content)) {
      this.payloads.add(name, content);
      this.isConverted = this.before.mimePrefix !== undefined;
      this.#setLabel(name, true);
    }
    this.written = name;
  }

  /** Takes a scrap, or only its display, out; the whole output, where nothing else is in it. */
  takeOut(text: Text, name: string, what: "display" | "all"): void {
    const { lone } = this;
    if (lone !== undefined) {
      const isLeft = what === "display" && lone.payload !== undefined;
      this.lone = isLeft ? { ...lone, display: undefined } : undefined;
      this.isRemoved = !isLeft;
      return;
    }
    // Asked before anything goes: it is about what is there.
    const isAll = this.holdsOnly(text, name);
    const wasLabelled = this.#bears(this.scrapbookName);
    const isShown = this.display === name;
    if (what === "all") this.payloads.remove(name);
    if (isShown) this.display = undefined;
    this.isRemoved = isAll && this.payloads.count === 0 && this.display === undefined;
    if (isShown || (wasLabelled && !this.#bears(this.scrapbookName))) {
      const { written } = this;
      const isThere = written !== undefined && this.payloads.has(written);
      this.#setLabel(isThere ? written : this.payloads.first()?.name, false);
    }
  }

  /** Gives what bears one name another, which must be free. SPEC §13.5. */
  rename(from: string, to: string): void {
    const { lone, label } = this;
    if (lone !== undefined) this.lone = { ...lone, name: to };
    const renamed = (name: string | undefined): string | undefined => (name === from ? to : name);
    this.payloads.rename(from, to);
    this.display = renamed(this.display);
    this.written = renamed(this.written);
    // The empty name makes no display: a label that bears it must not become one.
    if (from === "") return;
    this.scrapbookName = renamed(this.scrapbookName);
    this.papermillName = renamed(this.papermillName);
    this.label = label && { ...label, name: renamed(label.name) };
  }

  #bears(name: string | undefined): boolean {
    return name !== undefined && (this.display === name || this.payloads.has(name));
  }

  #setLabel(name: string | undefined, isShown: boolean): void {
    this.label = { name, isShown };
    this.scrapbookName = name;
  }
}

/** What an output of the file holds besides payloads that were read. */
interface Rest {
  readonly hasUnread: boolean;
  readonly hasShown: boolean;
  /** Whether it has members that most outputs have not. */
  readonly hasMore: boolean;
}

function restOf(text: Text, outline: OutputOutline, payloads: DraftPayloads): Rest {
  const { members, data } = outputParts(text, outline);
  const read = payloads.mimes();
  const others = [...data.keys()].filter((mime) => !read.has(mime));
  return {
    hasUnread: !others.every(isShownMime),
    hasShown: others.some(isShownMime),
    hasMore: ![...members.keys()].every((key) => frame.has(key)),
  };
}
