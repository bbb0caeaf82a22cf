import { expect, test } from "vitest";
import { shownMarkup } from "../../test/display.ts";

const source = (svg: string) => {
  const page = shownMarkup({ display: { "image/svg+xml": svg } });
  const url = /<img [^>]*src="data:image\/svg\+xml;charset=utf-8,([^"]*)"/.exec(page)?.[1];
  return url && decodeURIComponent(url.replaceAll("&#39;", "'"));
};

const named = '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>';

test("SVG is a picture, whatever stands in it", () => {
  expect(source(named)).toBe(named);
  expect(source(`<?xml version="1.0"?><!DOCTYPE svg>${named}`)).toContain(named);
  expect(source("<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>")).toContain(
    "<script>",
  );
});

test("SVG without its namespace gets it, as it had it inline", () => {
  expect(source('<svg width="1"><g/></svg>')).toBe(
    '<svg xmlns="http://www.w3.org/2000/svg" width="1"><g/></svg>',
  );
});

test("a lone surrogate is no trouble", () => {
  expect(source("<svg>\\ud800</svg>")).toContain("</svg>");
});

test("what holds no SVG is told", () => {
  expect(shownMarkup({ display: { "image/svg+xml": "<svgfoo>" } })).toContain(
    "it holds no SVG element",
  );
});
