import type { ScrapContent } from "../encode/output.ts";
import type { Text } from "../json/edit/object.ts";
import type { Outline } from "../outline/outline.ts";
import { DraftOutput } from "./draft-output.ts";
import { readDraft } from "./read-draft.ts";

/** Whether a scrap that is set keeps the display that it has. */
export type DisplayMode = "drop" | "keep";

/** The outputs that bear a name, in the order in which they are read. */
interface Bearers {
  readonly outputs: DraftOutput[];
  /** How many of them bear data of it. */
  dataCount: number;
}

/** What a notebook's scraps are to become. Its bytes are not touched. */
export class Draft {
  readonly text: Text;
  readonly outline: Outline;
  /** The outputs of each cell that bear scraps or may. */
  readonly cells: readonly (readonly DraftOutput[])[];
  /** The outputs of the file that changed. */
  readonly touched: Set<DraftOutput> = new Set();
  /** The outputs that are put in, in order, those that were taken out again too. */
  readonly added: DraftOutput[] = [];
  readonly #byName = new Map<string, Bearers>();

  constructor(text: Text, outline: Outline) {
    this.text = text;
    this.outline = outline;
    this.cells = outline.cells.map((cell) => cell.outputs.map(readDraft));
    for (const output of this.cells.flat()) {
      for (const name of namesOf(output)) this.#list(name, output);
    }
  }

  has(name: string): boolean {
    return this.#byName.has(name);
  }

  /** The names that outputs bear, in no order. */
  get names(): Iterable<string> {
    return this.#byName.keys();
  }

  /** The first output that bears a name. */
  first(name: string): DraftOutput | undefined {
    return this.#byName.get(name)?.outputs[0];
  }

  /** Whether an output displays a name. */
  isShown(name: string): boolean {
    return this.#byName.get(name)?.outputs.some((one) => one.displayName === name) === true;
  }

  /** The outputs that changed or were put in and are there, in no order. */
  *changed(): Generator<DraftOutput> {
    for (const output of this.touched) if (!output.isRemoved) yield output;
    for (const output of this.added) if (!output.isRemoved) yield output;
  }

  /** The names, in the order of the scraps. SPEC §6. */
  inOrder(): Set<string> {
    const names = new Set<string>();
    for (const output of [...this.cells.flat(), ...this.added]) {
      if (output.isRemoved) continue;
      for (const name of namesOf(output)) names.add(name);
    }
    return names;
  }

  /**
   * Makes `name` stand for `content` under both merge modes, at the place where it is. Where
   * `content` has no display, `mode` says what becomes of the one that is there. SPEC §13.3.
   *
   * @param cellIndex the cell to which the output of a new name is added; default a new one.
   */
  put(name: string, content: ScrapContent, mode: DisplayMode, cellIndex?: number): void {
    const bearers = this.#byName.get(name);
    const last = bearers?.outputs.at(-1);
    if (bearers === undefined || last === undefined) {
      this.#add(name, content, cellIndex);
      return;
    }
    const { payload, display } = content;
    // Behind the last data of a name there is nothing but its displays.
    const isKept = mode === "keep" && !last.hasData(name);
    if (payload === undefined || display !== undefined || (bearers.dataCount === 0 && !isKept)) {
      if (!last.holdsOnly(this.text, name)) {
        this.#add(name, content, undefined);
        return;
      }
      if (last.hasData(name)) bearers.dataCount--;
      if (payload !== undefined) bearers.dataCount++;
      this.#change(last).replace({ name, ...content });
      this.#removeDataHalf(name, bearers);
    } else if (isKept) {
      this.#change(last).setPayload(name, payload);
      bearers.dataCount++;
      this.#removeDataHalf(name, bearers);
    } else {
      const { outputs } = bearers;
      const place = outputs.findLastIndex((output) => output.hasData(name));
      const output = outputs[place] as DraftOutput;
      this.#change(output).setPayload(name, payload);
      if (mode === "keep") return;
      for (const shown of outputs.splice(place + 1)) {
        this.#change(shown).takeOut(this.text, name, "display");
      }
      output.takeOut(this.text, name, "display");
    }
  }

  /** Takes out of every output what it contributes to a name. SPEC §13.4. */
  remove(name: string): void {
    for (const output of this.#byName.get(name)?.outputs ?? []) {
      this.#change(output).takeOut(this.text, name, "all");
    }
    this.#byName.delete(name);
  }

  /** Gives everything that bears one name another, which must be free. SPEC §13.5. */
  rename(from: string, to: string): void {
    const bearers = this.#byName.get(from);
    if (bearers === undefined) return;
    for (const output of bearers.outputs) this.#change(output).rename(from, to);
    this.#byName.delete(from);
    this.#byName.set(to, bearers);
  }

  #list(name: string, output: DraftOutput): void {
    let bearers = this.#byName.get(name);
    if (bearers === undefined) {
      bearers = { outputs: [], dataCount: 0 };
      this.#byName.set(name, bearers);
    }
    bearers.outputs.push(output);
    if (output.hasData(name)) bearers.dataCount++;
  }

  #add(name: string, content: ScrapContent, cellIndex: number | undefined): void {
    const output = DraftOutput.added(cellIndex, { name, ...content });
    this.added.push(output);
    this.#list(name, output);
  }

  #change(output: DraftOutput): DraftOutput {
    if (output.outline !== undefined) this.touched.add(output);
    return output;
  }

  /** Removes the output directly before the last of a name, if it bears nothing but its data. */
  #removeDataHalf(name: string, bearers: Bearers): void {
    const { outputs } = bearers;
    const [half, output] = outputs.slice(-2);
    if (half?.outline === undefined || output?.outline === undefined) return;
    const isDirectlyBefore =
      half.cellIndex === output.cellIndex &&
      half.outline.outputIndex === output.outline.outputIndex - 1;
    if (!isDirectlyBefore || half.displayName === name || !half.holdsOnly(this.text, name)) return;
    this.#change(half).takeOut(this.text, name, "all");
    outputs.splice(-2, 1);
    bearers.dataCount--;
  }
}

/** The names that an output bears, in the order in which they are read. */
function namesOf({ dataNames, displayName }: DraftOutput): Set<string> {
  const names = new Set(dataNames);
  if (displayName !== undefined) names.add(displayName);
  return names;
}
