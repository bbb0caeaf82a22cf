import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
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
  small: { title: "1,000 × 100 KB", files: 1000, scraps: 8, make: smallNotebook },
  medium: { title: "200 × 2 MB", files: 200, scraps: 8, make: mediumNotebook },
  huge: { title: "one of 200 MB", files: 1, scraps: 9, make: hugeNotebook },
  numbers: { title: "50 × 2 MB", files: 50, scraps: 8, make: numbersNotebook },
  lines: { title: "50 × 2 MB", files: 50, scraps: 8, make: linesNotebook },
  pandas: { title: "200 × 200 KB", files: 200, scraps: 16, make: pandasNotebook },
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

/** Nothing but charts. @param {Random} random @param {boolean} foreign */
function numbersNotebook(random, foreign) {
  const cells = Array.from({ length: 7 }, (_, number) =>
    codeCell(random, number + 1, [plotly(random, 6150)]),
  );
  return notebookText([...cells, codeCell(random, 8, scraps(random, foreign))], random);
}

/** Frames, as Python's scrapbook glued one. @param {Random} random @param {boolean} foreign */
function pandasNotebook(random, foreign) {
  frame ??= readFrame();
  const cells = Array.from({ length: 8 }, (_, number) =>
    codeCell(random, number + 1, [scrap(`frame${number}`, frame, "pandas"), table(random, 20)]),
  );
  return notebookText([...cells, codeCell(random, 9, scraps(random, foreign))], random);
}

/** @type {string | undefined} */
let frame;

/** The frame in a notebook that real Python made. @returns {string} */
function readFrame() {
  const tickers = new URL("../../../examples/tickers/notebooks/AAA.ipynb", import.meta.url);
  const outputs = JSON.parse(readFileSync(tickers, "utf8")).cells.flatMap(
    (/** @type {any} */ { outputs = [] }) => outputs,
  );
  const mime = "application/scrapbook.scrap.pandas+json";
  return outputs.find((/** @type {any} */ { data }) => data?.[mime]).data[mime].data;
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
export function heavyCells(random) {
  const cells = [markdownCell(random)];
  for (let number = 0; number < 4; number++) {
    cells.push(codeCell(random, number + 1, [plotly(random, 5400)]));
    cells.push(codeCell(random, number + 2, [table(random, 420)]));
    cells.push(codeCell(random, number + 3, [picture(random, 125_000)]));
  }
  return cells;
}
