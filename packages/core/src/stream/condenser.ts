import { ScrapbookError } from "../error/error.ts";
import type { PieceTape } from "../json/piece-scanner.ts";
import { isSpace } from "../json/white-space.ts";
import { isRecordMime, isScrapMime, shortestScrapMime } from "../protocol/mime.ts";
import { Body, type Keeping } from "./body.ts";
import type { Cuts } from "./cuts.ts";
import type { Held } from "./held.ts";
import { type HoldContext, keepingOf } from "./hold.ts";
import { elements, keyOfNumber, memberPlace, type Place, payloadPlace, type Role } from "./role.ts";

/** No key that counts is as long; longer ones are refused where keys are looked at at all. */
const longestKey = 1 << 20;

const keyKeeping: Keeping = {
  limit: longestKey,
  onCut: (start, end) => {
    throw new ScrapbookError("store-too-large", {
      what: "A key of the notebook is too long to be read in pieces",
      offset: start,
      got: `${end - start} bytes`,
      expected: `at most ${longestKey} bytes`,
    });
  },
};

const nothing: Keeping = { limit: 0 };
const whole: Place = { object: "root", hold: "none" };

/** Called with an output that bears something: where it is held, and where it stands. */
export type OnOutput = (from: number, place: HoldContext) => void;

/**
 * Makes of a notebook, which comes in pieces with their tapes, one that is as small as can be and
 * says the same of its scraps: values that nobody looks at are gone but for a stand-in of their kind,
 * and outputs that bear nothing but for `{}`. The scanner has accepted the pieces.
 */
export class Condenser {
  readonly #held: Held;
  readonly #cuts: Cuts;
  readonly #onOutput: OnOutput | undefined;
  readonly #body: Body;
  readonly #state: HoldContext;
  /** The roles of the open containers that are looked into. */
  readonly #roles: Role[] = [];
  #place: Place = whole;
  #depth = 0;
  /** The depth of the container that is taken whole; 0 for none. */
  #inside = 0;
  #isBare = false;

  constructor(held: Held, cuts: Cuts, state: HoldContext, mostSpace: number, onOutput?: OnOutput) {
    this.#held = held;
    this.#cuts = cuts;
    this.#state = state;
    this.#onOutput = onOutput;
    this.#body = new Body(held, mostSpace);
    this.#body.begin(this.#keepingHere());
  }

  /** Takes the first `length` bytes of a piece, the first of which stands at `base` in the text. */
  take(bytes: Uint8Array, length: number, base: number, tape: PieceTape): void {
    const { positions, keys } = tape;
    let at = 0;
    for (let i = 0; i < tape.length; i++) {
      const next = positions[i] as number;
      const byte = bytes[next] as number;
      const isOpening = byte === 0x7b || byte === 0x5b;
      const isClosing = byte === 0x7d || byte === 0x5d;
      if (this.#inside > 0) {
        if (isOpening) this.#depth++;
        if (isClosing && this.#depth-- === this.#inside) {
          this.#body.take(bytes, at, next + 1, base);
          at = next + 1;
          this.#inside = 0;
          this.#endValue();
          this.#body.begin(nothing);
        } else this.#isBare = false;
        continue;
      }
      this.#body.take(bytes, at, next, base);
      at = next;
      if (isOpening) {
        this.#depth++;
        const role = byte === 0x7b ? this.#place.object : this.#place.array;
        if (role === undefined) {
          this.#inside = this.#depth;
          this.#isBare = true;
          continue;
        }
        this.#enter(role, base + next, byte);
      } else if (isClosing) this.#leave(bytes, next, base);
      else if (byte === 0x3a /* : */) this.#colon(bytes, next, base, keys[i] as number);
      else this.#comma(bytes, next, base);
      at = next + 1;
    }
    this.#body.take(bytes, at, length, base);
  }

  /** Ends a text that is no container. */
  finish(): void {
    this.#endValue();
  }

  #enter(role: Role, offset: number, byte: number): void {
    const held = this.#held;
    const state = this.#state;
    this.#goTo(offset);
    if (role === "cell") state.beginCell();
    else if (role === "output") state.beginOutput(held, this.#cuts);
    else if (role === "payload") state.beginPayload(held);
    else if (role === "cells") state.cell = 0;
    else if (role === "outputs") {
      state.output = 0;
      state.hasOutputs = true;
    }
    this.#roles.push(role);
    held.appendText(byte === 0x7b ? "{" : "[");
    this.#beginItem();
  }

  #leave(bytes: Uint8Array, at: number, base: number): void {
    this.#endValue();
    this.#append(bytes, at, base);
    this.#depth--;
    const role = this.#roles.pop();
    if (role === "output") {
      const state = this.#state;
      if (state.isNotable) this.#onOutput?.(state.outputFrom, state);
      else state.dropOutput(this.#held, this.#cuts, base + at + 1);
    } else if (role === "payload") this.#state.endPayload(this.#held);
    this.#body.begin(nothing);
  }

  #colon(bytes: Uint8Array, at: number, base: number, number: number): void {
    const role = this.#role();
    this.#body.finish(false);
    let key = keyOfNumber(number);
    const mayBear = role === "bundle" && this.#body.length >= shortestScrapMime + 2;
    if (number === 0 || mayBear || role === "payload") key = this.#body.text();
    this.#append(bytes, at, base);
    if (mayBear && key !== undefined && (isScrapMime(key) || isRecordMime(key))) {
      this.#state.mime = key;
      this.#state.isNotable = true;
      this.#place = payloadPlace;
    } else this.#place = memberPlace(role, key);
    this.#state.key = key;
    this.#body.begin(this.#keepingHere());
  }

  #comma(bytes: Uint8Array, at: number, base: number): void {
    this.#endValue();
    this.#append(bytes, at, base);
    const role = this.#role();
    if (role === "cells") this.#state.cell++;
    else if (role === "outputs") this.#state.output++;
    else if (role === "payload") this.#state.checkPayload(this.#held);
    this.#beginItem();
  }

  /** Begins a key, or an element. */
  #beginItem(): void {
    const element = elements[this.#role()];
    if (element === undefined) this.#body.begin(keyKeeping);
    else {
      this.#place = element;
      this.#body.begin(this.#keepingHere());
    }
  }

  #endValue(): void {
    if (this.#body.isEmpty) return;
    this.#body.finish(this.#isBare);
    this.#isBare = false;
    this.#state.note(this.#place.hold, this.#body);
  }

  #keepingHere(): Keeping {
    return keepingOf(this.#place.hold, this.#state, this.#held, this.#cuts);
  }

  #role(): Role {
    return this.#roles.at(-1) as Role;
  }

  #append(bytes: Uint8Array, at: number, base: number): void {
    this.#goTo(base + at);
    this.#held.append(bytes, at, at + 1);
  }

  /** Goes on at an offset. A space keeps the end of what came before apart from it. */
  #goTo(offset: number): void {
    const held = this.#held;
    if (held.offsetOf(held.length) === offset) return;
    if (held.length > 0 && !isSpace(held.lastByte)) held.appendText(" ");
    held.turn(offset);
  }
}
