import { baseline } from "./contestants.js";

/** @typedef {import("./measure.js").CorpusName} CorpusName */
/** @typedef {{ other: string, corpus: CorpusName, is: "cold" | "warm", least: number }} Goal */

const python = "Python: scrapbook";
const orjson = "Python: orjson and walk";
const raw = "read the file";

/** How many times as fast as another `readNotebooks` was to be. @type {readonly Goal[]} */
export const goals = [
  { other: python, corpus: "small", is: "cold", least: 45 },
  { other: python, corpus: "small", is: "warm", least: 80 },
  { other: python, corpus: "medium", is: "cold", least: 14 },
  { other: python, corpus: "huge", is: "cold", least: 8 },
  { other: baseline, corpus: "small", is: "cold", least: 1.2 },
  { other: baseline, corpus: "small", is: "warm", least: 1.5 },
  { other: baseline, corpus: "medium", is: "cold", least: 3 },
  { other: baseline, corpus: "huge", is: "cold", least: 4 },
  { other: baseline, corpus: "numbers", is: "warm", least: 3 },
  { other: baseline, corpus: "lines", is: "warm", least: 1.5 },
  { other: orjson, corpus: "small", is: "cold", least: 0.6 },
  { other: orjson, corpus: "small", is: "warm", least: 1 },
  { other: orjson, corpus: "medium", is: "cold", least: 1.2 },
  { other: orjson, corpus: "huge", is: "cold", least: 3 },
  { other: raw, corpus: "small", is: "warm", least: 0.5 },
  { other: raw, corpus: "medium", is: "warm", least: 0.3 },
  { other: raw, corpus: "huge", is: "warm", least: 0.5 },
];

/** A table of what was reached. @param {(name: CorpusName) => import("./measure.js").Result | undefined} resultOf */
export function goalsTable(resultOf) {
  const rows = goals.flatMap(({ other, corpus, is, least }) => {
    const costs = resultOf(corpus)?.costs;
    const [own, theirs] = [costs?.readNotebooks?.[is], costs?.[other]?.[is]];
    if (own === undefined || theirs === undefined) return [];
    const times = theirs.median / own.median;
    const verdict = times >= least ? "reached" : "missed";
    return [`| ${other} | ${corpus} ${is} | ${least} | ${digits(times)} | ${verdict} |`];
  });
  return [
    "| measured by | corpus | goal | reached | |",
    "| --- | --- | ---: | ---: | --- |",
    ...rows,
  ].join("\n");
}

/** @param {number} value */
export function digits(value) {
  return value >= 10 ? value.toFixed(0) : value.toFixed(2);
}
