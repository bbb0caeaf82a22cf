import type { JsonObject } from "../json/value.ts";
import type { Plan } from "./plan.ts";

/** An edited notebook that shares with the original what did not change. */
export function shareCells(
  original: JsonObject,
  result: JsonObject,
  { cells: changed }: Pick<Plan, "cells">,
): JsonObject {
  const [cells, edited] = [original.cells, result.cells] as [JsonObject[], JsonObject[]];
  return {
    ...original,
    cells: edited.map((cell, place) => (changed.has(place) ? cell : (cells[place] ?? cell))),
  };
}
