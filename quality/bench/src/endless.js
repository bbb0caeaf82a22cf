// Notebooks of any size, made as they are read: no more than a piece of one is ever there.

const encoder = new TextEncoder();
const pieceSize = 64 * 1024;

/** What is repeated in the outputs of a notebook: none of it is a scrap. */
const fillers = {
  pictures: "iVBORw0KGgoAAAANSUhEUgAAAoAAAAHgCAYAAAA10dzk",
  lines: '",\n      "epoch 17/100 - loss: 0.1234 - accuracy: 0.9876\\n',
};

/** @typedef {keyof typeof fillers} Filler */

/** How many pieces an output has: 4 MB. */
const piecesPerOutput = 64;

/**
 * A notebook of at least so many bytes. Each cell glues a scrap, and prints or shows 4 MB.
 *
 * @param {Filler} filler
 * @param {number} size
 * @returns {Generator<Uint8Array>}
 */
export function* endless(filler, size) {
  const unit = encoder.encode(fillers[filler]);
  const piece = new Uint8Array(Math.floor(pieceSize / unit.length) * unit.length);
  for (let at = 0; at < piece.length; at += unit.length) piece.set(unit, at);
  yield encoder.encode('{\n "cells": [');
  for (let cell = 0, length = 0; length < size; cell++) {
    yield encoder.encode(`${cell > 0 ? "," : ""}${cellStart(cell, filler)}`);
    for (let i = 0; i < piecesPerOutput; i++) yield piece;
    length += piecesPerOutput * piece.length;
    yield encoder.encode(filler === "pictures" ? pictureEnd : linesEnd);
  }
  yield encoder.encode('],\n "metadata": {},\n "nbformat": 4,\n "nbformat_minor": 5\n}\n');
}

/** @param {number} cell @param {Filler} filler */
function cellStart(cell, filler) {
  const payload = `{"data": ${cell}, "encoder": "json", "name": "x${cell}", "version": 1}`;
  const start = `{"cell_type": "code", "execution_count": ${cell}, "metadata": {}, "outputs": [
    {"data": {"application/scrapbook.scrap.json+json": ${payload}}, "metadata": {}, "output_type": "display_data"},`;
  return filler === "pictures"
    ? `${start} {"data": {"image/png": "`
    : `${start} {"name": "stdout", "output_type": "stream", "text": ["`;
}

const pictureEnd = '"}, "metadata": {}, "output_type": "display_data"}], "source": []}';
const linesEnd = '"]}], "source": []}';
