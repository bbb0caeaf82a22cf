/** Builders of notebooks for this package's tests: raw JSON text, so that any spelling can be tried. */

/** The MIME type of a json payload. */
export const jsonMime = "application/scrapbook.scrap.json+json";

/** A notebook of code cells, each given as the JSON texts of its outputs. */
export function notebookText(...cells: readonly (readonly string[])[]): string {
  return notebookOf(cells.map((outputs) => codeCell(outputs)));
}

/** A notebook of cells given as JSON texts. */
export function notebookOf(cells: readonly string[], metadata = "{}"): string {
  return `{"cells": [${cells.join(", ")}], "metadata": ${metadata}, "nbformat": 4, "nbformat_minor": 5}`;
}

/** A code cell with outputs given as JSON texts. */
export function codeCell(outputs: readonly string[], more = ""): string {
  return `{"cell_type": "code", "execution_count": 1, "metadata": {}, "outputs": [${outputs.join(", ")}], "source": ""${more}}`;
}

/** An output with a bundle given as JSON texts by MIME type. */
export function output(
  data: Readonly<Record<string, string>>,
  metadata = "{}",
  type = "display_data",
): string {
  const members = Object.entries(data).map(([mime, value]) => `${JSON.stringify(mime)}: ${value}`);
  return `{"output_type": "${type}", "data": {${members.join(", ")}}, "metadata": ${metadata}}`;
}

/** A payload's text. */
export function payload(name: string, data: string, encoder = "json", version = "1"): string {
  return `{"name": ${JSON.stringify(name)}, "data": ${data}, "encoder": "${encoder}", "version": ${version}}`;
}

/** A data output, as glue writes it. */
export function dataOutput(name: string, data: string, encoder = "json"): string {
  return output({ [jsonMime]: payload(name, data, encoder) });
}

/** A display output, as glue writes it. */
export function displayOutput(name: string, text = "shown"): string {
  return output(
    { "text/plain": JSON.stringify(text) },
    `{"scrapbook": {"name": ${JSON.stringify(name)}, "data": false, "display": true}}`,
  );
}

/** A stream output. */
export const streamOutput = '{"output_type": "stream", "name": "stdout", "text": ["x"]}';
