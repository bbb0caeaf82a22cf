import { readNotebook } from "../index.ts";

// Run by a test as a program: prints the scrap `x` of the notebook on standard input.
const maxBytes = process.argv[2] === undefined ? undefined : Number(process.argv[2]);
try {
  console.log((await readNotebook("-", { maxBytes })).value("x"));
} catch (error) {
  console.log((error as Error).message);
}
