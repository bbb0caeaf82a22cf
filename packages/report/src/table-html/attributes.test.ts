import { expect, test } from "vitest";
import { buildAttributes } from "./attributes.ts";
import { type ElementRule, elementRules } from "./element.ts";

const build = (element: string, attributes: Record<string, string>) => {
  const rule = elementRules.get(element) as ElementRule;
  const built = buildAttributes(new Map(Object.entries(attributes)), rule);
  return built && Object.fromEntries(built);
};

test.each([
  ["td", { colspan: "2", rowspan: "30" }, { colspan: "2", rowspan: "30" }],
  ["th", { scope: "row" }, { scope: "row" }],
  ["col", { span: "3" }, { span: "3" }],
  ["table", { border: "1", class: "dataframe", id: "x" }, {}],
  ["tr", { style: "text-align: right;" }, { class: "to-right" }],
  ["td", { style: "TEXT-ALIGN:Center; min-width: 10px" }, { class: "to-center" }],
  ["td", { style: "" }, {}],
])("a %s with %j keeps %j", (element, attributes, kept) => {
  expect(build(element, attributes)).toEqual(kept);
});

test.each([
  ["td", { onclick: "x" }],
  ["td", { style: "background: url(x)" }],
  ["td", { style: "width: expression(x)" }],
  ["td", { style: "text-align: right; color: red" }],
  ["td", { style: "text-align: justify" }],
  ["td", { colspan: "0" }],
  ["td", { colspan: "1000" }],
  ["td", { colspan: "2x" }],
  ["td", { colspan: "" }],
  ["td", { scope: "row" }],
  ["th", { scope: "x" }],
  ["tr", { colspan: "2" }],
  ["td", { href: "x" }],
  ["td", { title: "x" }],
])("a %s with %j is refused", (element, attributes) => {
  expect(build(element, attributes as Record<string, string>)).toBeUndefined();
});
