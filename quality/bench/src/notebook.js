/** @typedef {import("./random.js").Random} Random */
/** @typedef {Record<string, unknown>} Json */

const words =
  "model loss epoch batch price symbol frame index close ratio signal train score mean".split(" ");
const foreignWords = [...words, "naïve", "prix_été", "数据", "📈"];

/**
 * The text of a notebook as Jupyter writes it: keys sorted, indent 1, non-ASCII text as it is, a
 * newline at the end.
 *
 * @param {Json[]} cells
 * @param {Random} random
 */
export function notebookText(cells, random) {
  const notebook = {
    cells,
    metadata: {
      kernelspec: { display_name: "Python 3 (ipykernel)", language: "python", name: "python3" },
      language_info: { file_extension: ".py", name: "python", version: "3.11.9" },
      papermill: {
        duration: random.next() * 100,
        exception: null,
        parameters: { alpha: random.next(), symbol: "AAA" },
        version: "2.7.0",
      },
    },
    nbformat: 4,
    nbformat_minor: 5,
  };
  return `${JSON.stringify(notebook, null, 1)}\n`;
}

/** @param {Random} random @param {number} count @param {Json[]} outputs @returns {Json} */
export function codeCell(random, count, outputs) {
  return {
    cell_type: "code",
    execution_count: count,
    id: random.hex(8),
    metadata: {
      execution: { "iopub.execute_input": "2024-05-01T10:00:00.123456Z" },
      papermill: {
        duration: random.next(),
        end_time: "2024-05-01T10:00:01.000000",
        exception: false,
        start_time: "2024-05-01T10:00:00.000000",
        status: "completed",
      },
      tags: [],
    },
    outputs,
    source: lines(random, 4 + random.below(12), "    "),
  };
}

/** @param {Random} random @returns {Json} */
export function markdownCell(random) {
  return {
    cell_type: "markdown",
    id: random.hex(8),
    metadata: { tags: [] },
    source: lines(random, 2 + random.below(5), ""),
  };
}

/** @param {Random} random @param {number} count @returns {Json} */
export function stdout(random, count) {
  const text = Array.from({ length: count }, (_, line) => {
    const loss = random.next().toFixed(6);
    return `epoch ${line + 1}/${count} - loss: ${loss} - acc: ${random.next().toFixed(4)}\n`;
  });
  return { name: "stdout", output_type: "stream", text };
}

/** @param {Random} random @param {number} rows @returns {Json} */
export function table(random, rows) {
  const html = ["<div>\n", '<table border="1" class="dataframe">\n', "  <tbody>\n"];
  const plain = ["             open      high       low     close\n"];
  for (let row = 0; row < rows; row++) {
    const cells = Array.from({ length: 4 }, () => (random.next() * 1000).toFixed(6));
    html.push("    <tr>\n", `      <th>${row}</th>\n`);
    for (const cell of cells) html.push(`      <td>${cell}</td>\n`);
    html.push("    </tr>\n");
    plain.push(`${String(row).padEnd(6)}${cells.map((cell) => cell.padStart(12)).join("")}\n`);
  }
  html.push("  </tbody>\n", "</table>\n", "</div>");
  return {
    data: { "text/html": html, "text/plain": plain },
    execution_count: 1 + random.below(50),
    metadata: {},
    output_type: "execute_result",
  };
}

/** @param {Random} random @param {number} length of the base64 text @returns {Json} */
export function picture(random, length) {
  return {
    data: {
      "image/png": `${random.base64(length)}\n`,
      "text/plain": ["<Figure size 640x480 with 1 Axes>"],
    },
    metadata: {},
    output_type: "display_data",
  };
}

/** @param {Random} random @param {number} points @returns {Json} */
export function plotly(random, points) {
  const series = () => Array.from({ length: points }, () => (random.next() - 0.5) * 200);
  return {
    data: {
      "application/vnd.plotly.v1+json": {
        config: { plotlyServerURL: "https://plot.ly" },
        data: [
          { mode: "lines", name: "a", type: "scatter", x: series().map((_, i) => i), y: series() },
        ],
        layout: { title: { text: "prices" }, xaxis: { anchor: "y", domain: [0, 1] } },
      },
    },
    metadata: {},
    output_type: "display_data",
  };
}

/** @param {string} name @param {unknown} data @param {string} encoder @returns {Json} */
export function scrap(name, data, encoder = "json") {
  return {
    data: { [`application/scrapbook.scrap.${encoder}+json`]: { data, encoder, name, version: 1 } },
    metadata: { scrapbook: { data: true, display: false, name } },
    output_type: "display_data",
  };
}

/**
 * The eight scraps of a notebook, one of each size that occurs.
 *
 * @param {Random} random
 * @param {boolean} foreign whether there is text beyond ASCII: then JavaScript needs wide strings
 */
export function scraps(random, foreign = false) {
  const prices = Array.from({ length: 60 }, () => Number((random.next() * 100).toFixed(2)));
  return [
    scrap("length", 250 + random.below(20)),
    scrap("symbol", "AAA", "text"),
    scrap("distance", random.next()),
    scrap("close_to_ath", random.next() < 0.5),
    scrap("settings", { alpha: random.next(), layers: [64, 32, 8], name: random.pick(words) }),
    scrap("prices", prices),
    scrap("message", lines(random, 6, "", foreign).join(""), "text"),
    scrap("scores", { accuracy: random.next(), f1: random.next(), loss: random.next() }),
  ];
}

/** @param {Random} random @param {number} count @param {string} indent @param {boolean} foreign */
function lines(random, count, indent, foreign = false) {
  return Array.from({ length: count }, (_, line) => {
    const names = Array.from({ length: 3 + random.below(6) }, () =>
      random.pick(foreign ? foreignWords : words),
    );
    const text = `${line % 3 === 0 ? "" : indent}${names.join(" ")} = "${random.below(1000)}"`;
    return line === count - 1 ? text : `${text}\n`;
  });
}
