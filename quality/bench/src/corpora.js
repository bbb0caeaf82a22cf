import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
  codeCell,
  markdownCell,
  notebookText,
  picture,
  plotly,
  scrap,
  scraps,
  stdout,
  table,
} from "./notebook.js";
import { createRandom } from "./random.js";

/** @typedef {import("./random.js").Random} Random */

/** Where the corpora lie; git ignores it. */
export const corporaFolder = fileURLToPath(new URL("../corpora/", import.meta.url));

/** What is measured: how many notebooks, and how one is made. Change `edition` with any of them. */
const edition = 2;
export const corpora = {
  small: { title: "small: 1,000 × 100 KB, 8 scraps each", files: 1000, make: smallNotebook },
  lines: { title: "lines: 50 × 2 MB, stdout as short lines", files: 50, make: linesNotebook },
  medium: {
    title: "medium: 200 × 2 MB, Plotly, HTML tables, PNG",
    files: 200,
    make: mediumNotebook,
  },
  huge: { title: "huge: one of 200 MB", files: 1, make: hugeNotebook },
};

/** Writes what is missing, and gives the files of one corpus. @param {keyof typeof corpora} name */
export function corpusFiles(name) {
  const folder = `${corporaFolder}${name}-${edition}`;
  if (!existsSync(folder)) {
    const partial = `${folder}.partial`;
    rmSync(partial, { recursive: true, force: true });
    mkdirSync(partial, { recursive: true });
    for (let number = 0; number < corpora[name].files; number++) {
      const text = corpora[name].make(createRandom(7919 * number + name.length), number % 10 === 9);
      writeFileSync(`${partial}/${String(number).padStart(4, "0")}.ipynb`, text);
    }
    renameSync(partial, folder);
  }
  return readdirSync(folder)
    .sort()
    .map((file) => `${folder}/${file}`);
}

/** @param {Random} random @param {boolean} foreign */
function smallNotebook(random, foreign) {
  const glued = scraps(random, foreign);
  const cells = [];
  for (let number = 0; number < 24; number++) {
    const outputs = [];
    if (number % 3 === 0) outputs.push(/** @type {any} */ (glued[number / 3]));
    if (number % 5 === 1) outputs.push(stdout(random, 30));
    if (number % 8 === 2) outputs.push(table(random, 12));
    if (number === 20) outputs.push(picture(random, 50_000));
    cells.push(codeCell(random, number + 1, outputs));
    if (number % 4 === 0) cells.push(markdownCell(random));
  }
  return notebookText(cells, random);
}

/** @param {Random} random @param {boolean} foreign */
function linesNotebook(random, foreign) {
  const cells = Array.from({ length: 6 }, (_, number) =>
    codeCell(random, number + 1, [stdout(random, 5750)]),
  );
  return notebookText([...cells, codeCell(random, 7, scraps(random, foreign))], random);
}

/** @param {Random} random @param {boolean} foreign */
function mediumNotebook(random, foreign) {
  return notebookText(
    [...heavyCells(random), codeCell(random, 9, scraps(random, foreign))],
    random,
  );
}

/** @param {Random} random @param {boolean} foreign */
function hugeNotebook(random, foreign) {
  const cells = [];
  for (let part = 0; part < 98; part++) cells.push(...heavyCells(random));
  cells.push(codeCell(random, 9, scraps(random, foreign)));
  cells.push(codeCell(random, 10, [scrap("large", random.base64(5_000_000), "text")]));
  return notebookText(cells, random);
}

/** Two megabytes: half numbers, the rest tables and pictures. @param {Random} random */
function heavyCells(random) {
  const cells = [markdownCell(random)];
  for (let number = 0; number < 4; number++) {
    cells.push(codeCell(random, number + 1, [plotly(random, 5400)]));
    cells.push(codeCell(random, number + 2, [table(random, 420)]));
    cells.push(codeCell(random, number + 3, [picture(random, 125_000)]));
  }
  return cells;
}
