import { expect, test } from "vitest";
import { fileName } from "./extracted-files.ts";

test.each([
  ["prices", "prices"],
  ["a b/c", "a%20b%2fc"],
  ["..", "%2e%2e"],
  [".hidden", "%2ehidden"],
  ["../../etc/passwd", "%2e.%2f..%2fetc%2fpasswd"],
  ["C:\\x", "C%3a%5cx"],
  ["é", "%c3%a9"],
  ["con", "%con"],
  ["lpt1.txt", "%lpt1.txt"],
  ["", "%"],
  ["a\u0000b", "a%00b"],
])("the name %j becomes the file %j", (name, file) => {
  expect(fileName(name)).toBe(file);
});
