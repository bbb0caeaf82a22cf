import { expect, test } from "vitest";
import { growth, linear } from "../../test/growth.ts";
import { tokenise } from "./tokenise.ts";

const start = (name: string, attributes: Record<string, string> = {}) => ({
  kind: "start",
  name,
  attributes: new Map(Object.entries(attributes)),
});

test("cuts tags and text", () => {
  expect(tokenise("<TD>a &amp; b</td >")).toEqual([
    start("td"),
    { kind: "text", text: "a &amp; b" },
    { kind: "end", name: "td" },
  ]);
});

test("reads attributes in either quotes, in none, and without a value", () => {
  expect(tokenise(`<td a="1 2" B='"' c=x-1 \n d />`)).toEqual([
    start("td", { a: "1 2", b: '"', c: "x-1", d: "" }),
  ]);
});

test("takes a style element whole", () => {
  expect(tokenise("<style scoped>a > b {} </STYLE\n>x")).toEqual([
    { kind: "style", css: "a > b {} " },
    { kind: "text", text: "x" },
  ]);
});

test.each([
  ["a comment", "<!-- x -->"],
  ["a doctype", "<!doctype html>"],
  ["CDATA", "<![CDATA[x]]>"],
  ["a processing instruction", "<?xml?>"],
  ["a stray <", "a < b"],
  ["a tag without an end", "<td"],
  ["an end tag with attributes", "</td x>"],
  ["a name with a colon", "<svg:td>"],
  ["an attribute without space before it", `<td a="1"b="2">`],
  ["an attribute twice", "<td a=1 A=2>"],
  ["a value that holds <", `<td a="<">`],
  ["a value that holds >", `<td a='>'>`],
  ["a value without its end", `<td a="1>`],
  ["a strange unquoted value", "<td a=`1`>"],
  ["a slash between attributes", "<td/a=1>"],
  ["a NUL in a name", "<t\0d>"],
  ["a style without its end", "<style>a{}"],
])("refuses %s", (_what, markup) => {
  expect(tokenise(markup)).toBeUndefined();
});

test.each([
  ["white space", (n: number) => `<td${" ".repeat(n)}`],
  ["unclosed tags", (n: number) => "<td a".repeat(n)],
  ["quotes", (n: number) => `<td a="${"'".repeat(n)}`],
  ["styles", (n: number) => `${"<style>".repeat(n)}`],
  ["attributes", (n: number) => `<td${Array.from({ length: n / 4 }, (_, i) => ` a${i}`).join("")}`],
])("reads a megabyte of %s in linear time", (_what, make) => {
  expect(growth((n) => tokenise(make(n)), 125_000)).toBeLessThan(linear);
});
