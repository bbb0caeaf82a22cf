import { ScrapbookError } from "../error/error.ts";
import { jsonPointer } from "../json/pointer.ts";
import type { Body, Keeping } from "./body.ts";
import type { Cuts } from "./cuts.ts";
import type { Held } from "./held.ts";
import type { Hold } from "./role.ts";

/** How much is held. In bytes. */
export interface HoldLimits {
  readonly maxScrapBytes: number;
  /** Of the values of one output. */
  readonly maxDisplayBytes: number;
  readonly codeLines: boolean;
}

/** A value up to this long is held wherever it is: a stand-in would spare nothing. */
const short = 64;

/** No id of a cell is longer, and no type of a cell or output. */
const longestName = 1024;

/** Code, the parts of errors, and the notebook's metadata are of use up to this length. */
const longestCode = 1 << 20;

/** No new text can be like it, so that an edit never takes what it stands for to be the same. */
const unlikeAny = '{"":0,"":0}';

const dropped: Keeping = { limit: short };
const name: Keeping = { limit: longestName };
const code: Keeping = { limit: longestCode, stand: "null" };

/** Where the walk stands in the notebook, and what it has met there. */
export class HoldContext {
  readonly limits: HoldLimits;
  cell = 0;
  output = 0;
  /** The key under which a payload or record stands. */
  mime = "";
  /** The last key; `undefined` for one that nobody looks for. */
  key: string | undefined;
  isCode = false;
  hasOutputs = false;
  /** Whether the output bears something, or is not what it must be. */
  isNotable = false;
  /** Where the output is held from. */
  outputFrom = 0;
  #hasType = false;
  #hasErrors = false;
  #outputTurns = 0;
  #outputCuts = 0;
  #payloadFrom = 0;
  #payloadBytes = 0;

  constructor(limits: HoldLimits) {
    this.limits = limits;
  }

  beginCell(): void {
    this.isCode = this.hasOutputs = this.#hasType = this.#hasErrors = false;
  }

  beginOutput(held: Held, cuts: Cuts): void {
    this.isNotable = false;
    this.outputFrom = held.length;
    this.#outputTurns = held.turnCount;
    this.#outputCuts = cuts.count;
    this.#payloadBytes = 0;
  }

  /** Lets go of an output that bears nothing, and ends at an offset. */
  dropOutput(held: Held, cuts: Cuts, end: number): void {
    held.truncate(this.outputFrom, this.#outputTurns);
    cuts.truncate(this.#outputCuts);
    held.appendText("{}");
    held.turn(end);
  }

  beginPayload(held: Held): void {
    this.#payloadFrom = held.length;
  }

  endPayload(held: Held): void {
    this.#payloadBytes += held.length - this.#payloadFrom;
  }

  /** @throws `payload-too-large` for one whose members are too many. */
  checkPayload(held: Held): void {
    const { maxScrapBytes } = this.limits;
    if (held.length - this.#payloadFrom <= maxScrapBytes + longestCode) return;
    throw payloadTooLarge(this.path("data", this.mime), maxScrapBytes);
  }

  /** What is left for a payload's next member. */
  payloadRoom(held: Held): number {
    return Math.max(short, this.limits.maxScrapBytes - (held.length - this.#payloadFrom));
  }

  /** What is left for the next value of an output that is no payload. */
  displayRoom(held: Held): number {
    const used = held.length - this.outputFrom - this.#payloadBytes;
    return Math.max(short, this.limits.maxDisplayBytes - used);
  }

  /** Whether the cell's code may be asked for. Where its outputs are to come, nobody knows. */
  get isCodeAsked(): boolean {
    if (this.limits.codeLines || this.#hasErrors) return true;
    return !this.hasOutputs && (this.isCode || !this.#hasType);
  }

  /** Takes note of a value that has ended. */
  note(hold: Hold, body: Body): void {
    if (hold === "type") {
      this.isCode = body.text() === "code";
      this.#hasType = true;
    } else if (hold === "output type" && body.text() === "error") {
      this.#hasErrors = true;
      this.isNotable = true;
    } else if (hold === "label" || hold === "part") this.isNotable = true;
  }

  /** Pointer to the output, or to what is in it. */
  path(...steps: readonly string[]): string {
    return jsonPointer(["cells", this.cell, "outputs", this.output, ...steps]);
  }
}

/** What becomes of the value that comes next. */
export function keepingOf(hold: Hold, state: HoldContext, held: Held, cuts: Cuts): Keeping {
  const { maxScrapBytes } = state.limits;
  switch (hold) {
    case "none":
    case "part":
      return dropped;
    case "type":
    case "output type":
    case "id":
      return name;
    case "error":
      return code;
    case "code":
      return state.isCodeAsked ? code : dropped;
    case "all":
    case "label":
      return {
        limit: maxScrapBytes,
        onCut: (offset) => {
          throw partTooLarge(offset, maxScrapBytes);
        },
      };
    case "metadata":
      return {
        limit: longestCode,
        onCut: (start, end) => cuts.add({ start, end, what: "metadata", path: "/metadata" }),
      };
    case "no payload":
    case "display": {
      const path = state.path();
      return {
        limit: state.displayRoom(held),
        stand: hold === "display" ? unlikeAny : undefined,
        onCut: (start, end) => cuts.add({ start, end, what: "display", path }),
      };
    }
    case "payload": {
      const path = state.path("data", state.mime, state.key ?? "");
      return {
        limit: state.payloadRoom(held),
        onCut: (start, end) => cuts.add({ start, end, what: "payload", path }),
      };
    }
  }
}

/** The error for a payload that is not held. */
export function payloadTooLarge(path: string, limit: number): ScrapbookError {
  return new ScrapbookError("payload-too-large", {
    what: "The scrap's payload is larger than what is held of one",
    path,
    expected: `at most ${limit} bytes`,
    hint: "Raise maxScrapBytes, or read the notebook whole.",
  });
}

function partTooLarge(offset: number, limit: number): ScrapbookError {
  return new ScrapbookError("store-too-large", {
    what: "A part of the notebook that reading relies on is larger than what is held of one",
    offset,
    expected: `at most ${limit} bytes`,
    hint: "Raise maxScrapBytes, or read the notebook whole.",
  });
}
