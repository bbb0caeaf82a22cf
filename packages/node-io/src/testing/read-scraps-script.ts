import { readScraps } from "../index.ts";

// Run by a test as a program: prints the scrap `x` of the notebook on standard input, and its problems.
const notebook = await readScraps("-", { maxDisplayBytes: 1_000 });
console.log(notebook.value("x"), notebook.problems.map(({ code }) => code).join());
