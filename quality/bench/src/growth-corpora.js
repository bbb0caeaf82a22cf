import {
  closeSync,
  existsSync,
  linkSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import { basename } from "node:path";
import { corporaFolder, corpusFiles, heavyCells } from "./corpora.js";
import { codeCell, notebookText, scraps } from "./notebook.js";
import { createRandom } from "./random.js";

/** The folder of so many notebooks of 100 KB: hard links to a thousand. @param {number} count */
export function manyNotebooks(count) {
  return made(`count-${count}-1`, (folder) => {
    const files = corpusFiles("small");
    for (let number = 0; number < count; number++) {
      const file = /** @type {string} */ (files[number % files.length]);
      linkSync(file, `${folder}/${Math.floor(number / files.length)}-${basename(file)}`);
    }
  });
}

/** The folder of one notebook of so many megabytes: the same charts, tables and pictures over and over. @param {number} megabytes */
export function largeNotebook(megabytes) {
  return made(`size-${megabytes}-1`, (folder) => {
    const random = createRandom(megabytes);
    const file = openSync(`${folder}/0000.ipynb`, "w");
    const [head, body, tail] = cut(notebookText(heavyCells(random), random));
    const last = cut(notebookText([codeCell(random, 9, scraps(random))], random))[1];
    writeSync(file, head);
    const bytes = Buffer.from(`${body},`);
    for (
      let written = 0;
      written + bytes.length < megabytes * 1e6 || written === 0;
      written += bytes.length
    ) {
      writeSync(file, bytes);
    }
    writeSync(file, last + tail);
    closeSync(file);
  });
}

/** A notebook's text before its cells, in them, and behind them. @param {string} text @returns {[string, string, string]} */
function cut(text) {
  const start = text.indexOf("[") + 1;
  const end = text.lastIndexOf('\n ],\n "metadata"');
  return [text.slice(0, start), text.slice(start, end), text.slice(end)];
}

/** @param {string} name @param {(folder: string) => void} make */
function made(name, make) {
  const folder = corporaFolder + name;
  if (existsSync(folder)) return folder;
  const partial = `${folder}.partial`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true });
  make(partial);
  renameSync(partial, folder);
  return folder;
}
