/** A notebook as Jupyter writes it, with the scrap `x` and something of everything around it. */
export function sampleNotebook(value: string | number = "old", padding = 0): Buffer {
  const encoder = typeof value === "string" ? "text" : "json";
  const outputs = [
    { name: "stdout", output_type: "stream", text: ["line\n"] },
    {
      data: {
        [`application/scrapbook.scrap.${encoder}+json`]: {
          data: value,
          encoder,
          name: "x",
          version: 1,
        },
      },
      metadata: { scrapbook: { data: true, display: false, name: "x" } },
      output_type: "display_data",
    },
    {
      data: { "text/plain": ["\u2028 é ".repeat(padding)] },
      metadata: {},
      output_type: "display_data",
    },
  ];
  const cell = { cell_type: "code", execution_count: 1, metadata: {}, outputs, source: [] };
  const notebook = { cells: [cell], metadata: {}, nbformat: 4, nbformat_minor: 4 };
  return Buffer.from(`${JSON.stringify(notebook, null, 1)}\n`);
}
