import { describe, expect, test } from "vitest";
import { parseNotebook } from "../notebook/parse-notebook.ts";
import { dataOutput, notebookText } from "../testing/notebook-text.ts";
import type { Scrap } from "./scrap.ts";
import { shortText } from "./short-text.ts";

function textOf(source: string, encoder = "json"): string {
  const { scraps } = parseNotebook(notebookText([dataOutput("x", source, encoder)]));
  return shortText(scraps.get("x") as Scrap);
}

describe("a scrap's short text", () => {
  const texts: [source: string, encoder: string, text: string][] = [
    ['"it\'s"', "text", "it's"],
    ['"hello"', "json", "hello"],
    ["1.0", "json", "1.0"],
    ["1e16", "json", "1e+16"],
    ["-0", "json", "0"],
    ["true", "json", "True"],
    ["true", "text", "True"],
    ["123456789012345678901234567890", "json", "123456789012345678901234567890"],
    ["NaN", "json", "nan"],
    [
      '{"a":[1.0,{"b" : null}],"c":"x, y: \\"z\\""}',
      "json",
      '{"a": [1.0, {"b": null}], "c": "x, y: \\"z\\""}',
    ],
    ["[\n 1,\n 2\n]", "json", "[1, 2]"],
    ["[]", "json", "[]"],
    ['"[1,2]"', "json", "[1, 2]"],
    ['" 7 "', "json", "7"],
    ['"\\"five\\""', "json", "five"],
    ['"UEFSMQ=="', "pandas", '"UEFSMQ=="'],
    ['{"a":1}', "unknown", '{"a": 1}'],
  ];
  test.each(texts)("of %s, encoder %s, is %s", (source, encoder, text) => {
    expect(textOf(source, encoder)).toBe(text);
  });

  test("is cut after 100 code points where it has more than 102", () => {
    expect(textOf(`"${"😀".repeat(102)}"`)).toBe("😀".repeat(102));
    expect(textOf(`"${"😀".repeat(103)}"`)).toBe(`${"😀".repeat(100)}...`);
    expect(textOf(`[${"12,".repeat(1000)}1]`)).toBe(`[${"12, ".repeat(24)}12,...`);
  });
});
