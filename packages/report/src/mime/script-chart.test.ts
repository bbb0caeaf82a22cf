import { expect, test } from "vitest";
import { shownMarkup } from "../../test/display.ts";
import { isScriptMime } from "./script-chart.ts";

const shown = (display: Record<string, unknown>) => shownMarkup({ display });

test.each([
  ["application/vnd.plotly.v1+json", "A Plotly chart", "kaleido"],
  ["application/vnd.vega.v5+json", "A Vega chart", "vl-convert-python"],
  ["application/vnd.vegalite.v5+json", "A Vega chart", "vl-convert-python"],
  ["application/vnd.bokehjs_exec.v0+json", "A Bokeh or HoloViews chart", "selenium"],
  ["application/vnd.jupyter.widget-view+json", "A widget", "picture"],
  ["application/javascript", "A script", "picture"],
])("%s is a note how to store a picture", (mime, name, hint) => {
  const note = shown({ [mime]: {}, "text/html": "<div></div>", "text/plain": "Figure({})" });
  expect(note).toMatch(/^<p class="note">/);
  expect(note).toContain(name);
  expect(note).toContain(hint);
});

test("its static picture comes first", () => {
  const display = { "application/vnd.plotly.v1+json": {}, "image/png": btoa("\x89PNG\r\n\x1a\n") };
  expect(shown(display)).toMatch(/^<img /);
});

test.each([
  ["<div id='x'></div><script>Plotly.newPlot()</script>", "A Plotly chart"],
  ["<div class='bk-root'></div><script>Bokeh.embed</script>", "A Bokeh or HoloViews chart"],
  ["<div id='vis'></div><script src='https://cdn/vega@5'></script>", "A Vega chart"],
  ["<div></div><script>1</script>", "HTML that only its script could fill"],
])("HTML that its script would fill is one too: %s", (markup, name) => {
  expect(shown({ "text/html": markup })).toContain(name);
});

test("other types need no script", () => {
  expect(["text/html", "application/json", "application/vnd.x+json"].some(isScriptMime)).toBe(
    false,
  );
});
