import { expect, test } from "vitest";
import { dataOutput, notebookText } from "../testing/notebook-text.ts";
import { loadEncoders } from "./load-encoders.ts";
import { parseNotebook } from "./parse-notebook.ts";

test("only encoders that the notebook's payloads name are loaded", async () => {
  const loaded: string[] = [];
  const encoder = (name: string) => ({
    name,
    encodable: () => false,
    encode: () => 1,
    decode: () => 1,
    load: async () => void loaded.push(name),
  });
  const encoders = [encoder("pandas"), encoder("arrow"), { ...encoder("plain"), load: undefined }];
  const bad = '{"data": 1}';
  const notebook = parseNotebook(notebookText([dataOutput("x", '"a"', "pandas"), bad]));
  await loadEncoders(notebook, encoders as never);
  expect(loaded).toEqual(["pandas"]);
  await loadEncoders(notebook);
  expect(loaded).toEqual(["pandas"]);
});
