// Notebooks that are large in ways nobody expects, made as they are read: no more than a piece of one is ever there.

const encoder = new TextEncoder();
const gigabyte = 1e9;
const piece = encoder.encode("0123456789abcdef".repeat(4096));

const small = (/** @type {string} */ name, /** @type {string} */ data) =>
  `{"data": {"application/scrapbook.scrap.json+json": {"data": ${data}, "encoder": "json", "name": "${name}", "version": 1}}, "metadata": {"scrapbook": {"data": true, "display": false, "name": "${name}"}}, "output_type": "display_data"}`;
const first = small("x1", "1");

/** @typedef {Generator<Uint8Array>} Made */

/** What each is, and what is found in it. @type {Record<string, { title: string, make: () => Made }>} */
export const hostile = {
  outputs: {
    title: "a million outputs in one cell",
    make: () =>
      cellOf(repeated(1e6, (i) => `{"name": "stdout", "output_type": "stream", "text": "${i}"}`)),
  },
  cells: {
    title: "a million cells",
    make: () => cellsOf(1e6),
  },
  scraps: {
    title: "100,000 scraps",
    make: () => cellOf(repeated(1e5, (i) => small(`s${i}`, String(i)))),
  },
  same: {
    title: "100,000 outputs of one scrap",
    make: () => cellOf(repeated(1e5, (i) => small("s", String(i)))),
  },
  text: {
    title: "a printed text of 1 GB",
    make: () => cellOf(long('{"name": "stdout", "output_type": "stream", "text": "', '"}')),
  },
  picture: {
    title: "a scrap's picture of 1 GB",
    make: () =>
      cellOf(
        long(
          '{"data": {"image/png": "',
          '"}, "metadata": {"scrapbook": {"data": false, "display": true, "name": "x1"}}, "output_type": "display_data"}',
        ),
      ),
  },
  payload: {
    title: "a payload of 1 GB",
    make: () =>
      cellOf(
        long(
          '{"data": {"application/scrapbook.scrap.json+json": {"encoder": "json", "name": "large", "version": 1, "data": "',
          '"}}, "metadata": {}, "output_type": "display_data"}',
        ),
      ),
  },
  key: {
    title: "a key of 1 GB",
    make: () => cellOf(long('{"', '": 1, "output_type": "stream"}')),
  },
  space: {
    title: "1 GB of white space",
    make: () => cellOf(long("", first, encoder.encode(" ".repeat(65536)))),
  },
  digits: {
    title: "a number of 1 GB",
    make: () =>
      cellOf(long('{"n": ', ', "output_type": "stream"}', encoder.encode("7".repeat(65536)))),
  },
};

/** @param {Iterable<Uint8Array>} outputs @returns {Made} */
function* cellOf(outputs) {
  yield encoder.encode(
    `{\n "cells": [{"cell_type": "code", "execution_count": 1, "metadata": {}, "outputs": [${first}, `,
  );
  yield* outputs;
  yield encoder.encode(
    '], "source": []}],\n "metadata": {},\n "nbformat": 4,\n "nbformat_minor": 4\n}\n',
  );
}

/** @param {number} count @returns {Made} */
function* cellsOf(count) {
  const cell = '{"cell_type": "markdown", "metadata": {}, "source": "text"}, ';
  yield encoder.encode(`{\n "cells": [`);
  for (let i = 0; i < count; i += 1000) yield encoder.encode(cell.repeat(1000));
  yield encoder.encode(
    `{"cell_type": "code", "execution_count": 1, "metadata": {}, "outputs": [${first}], "source": []}],\n "metadata": {},\n "nbformat": 4,\n "nbformat_minor": 4\n}\n`,
  );
}

/** @param {number} count @param {(index: number) => string} make @returns {Made} */
function* repeated(count, make) {
  for (let i = 0; i < count; i += 1000) {
    let text = "";
    for (let j = i; j < Math.min(count, i + 1000); j++) text += `${j > 0 ? ",\n" : ""}${make(j)}`;
    yield encoder.encode(text);
  }
}

/** @param {string} before @param {string} after @param {Uint8Array} filler @returns {Made} */
function* long(before, after, filler = piece) {
  yield encoder.encode(before);
  for (let length = 0; length < gigabyte; length += filler.length) yield filler;
  yield encoder.encode(after);
}
