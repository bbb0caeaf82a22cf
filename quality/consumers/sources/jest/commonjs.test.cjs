test("CommonJS imports the packages", async () => {
  const { readNotebook } = await import("@scrapbook/node-io");
  const notebook = await readNotebook("AAA.ipynb");
  expect(notebook.value("symbol")).toBe("AAA");
});
