import { knownKeys } from "../json/known-key.ts";

/** What a container on the tape is in a notebook. */
export type Role =
  | "root"
  | "metadata"
  | "cells"
  | "cell"
  | "cell metadata"
  | "outputs"
  | "output"
  | "bundle"
  | "output metadata"
  | "payload";

/** What is looked for in a value: where it stands decides. */
export interface Place {
  /** What it is if it is an object. Default: nothing that is looked into. */
  readonly object?: Role;
  /** What it is if it is an array. */
  readonly array?: Role;
  /** How much of it is held where it is not looked into. */
  readonly hold: Hold;
}

/**
 * `"none"`: only its kind counts. `"all"`: nothing can be told without it. `"label"`: the same, and
 * it makes its output a display. `"type"` and `"output type"`: so much as tells a code cell and an
 * error. `"part"`: an output without it is faulty.
 */
export type Hold =
  | "none"
  | "all"
  | "label"
  | "type"
  | "output type"
  | "part"
  | "error"
  | "id"
  | "code"
  | "metadata"
  | "display"
  | "no payload"
  | "payload";

const none: Place = { hold: "none" };
const all: Place = { hold: "all" };
const display: Place = { hold: "display" };

/** The elements of arrays. */
export const elements: Readonly<Partial<Record<Role, Place>>> = {
  cells: { object: "cell", hold: "none" },
  outputs: { object: "output", hold: "none" },
};

const members: Readonly<Partial<Record<Role, Readonly<Record<string, Place>>>>> = {
  root: {
    nbformat: all,
    nbformat_minor: all,
    metadata: { object: "metadata", hold: "none" },
    cells: { array: "cells", hold: "none" },
  },
  metadata: { papermill: all },
  cell: {
    cell_type: { hold: "type" },
    execution_count: all,
    metadata: { object: "cell metadata", hold: "none" },
    outputs: { array: "outputs", hold: "none" },
    source: { hold: "code" },
    id: { hold: "id" },
  },
  "cell metadata": { papermill: all },
  output: {
    output_type: { hold: "output type" },
    data: { object: "bundle", hold: "part" },
    metadata: { object: "output metadata", hold: "part" },
    ename: { hold: "error" },
    evalue: { hold: "error" },
    traceback: { hold: "error" },
  },
  "output metadata": { scrapbook: { hold: "label" }, papermill: { hold: "label" } },
};

/** Members that are not named above. */
const others: Readonly<Partial<Record<Role, Place>>> = {
  metadata: { hold: "metadata" },
  bundle: display,
  "output metadata": display,
  payload: { hold: "payload" },
};

/**
 * A payload or record: a member of a bundle that bears one. What is no object is faulty, or what
 * myst-nb shows.
 */
export const payloadPlace: Place = { object: "payload", hold: "no payload" };

/** The place of a member. @param key the key; `undefined` for one that nothing looks for. */
export function memberPlace(role: Role, key: string | undefined): Place {
  const named = members[role];
  const known = key !== undefined && named !== undefined && Object.hasOwn(named, key);
  return (known ? named[key] : others[role]) ?? none;
}

/** The key of a number that an engine tells; `undefined` for those that are not known. */
export function keyOfNumber(number: number): string | undefined {
  return knownKeys[number];
}
