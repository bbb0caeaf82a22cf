import { expect, test, vi } from "vitest";
import { type GivenScrap, notebookOf } from "../../test/notebook.ts";
import { type RenderDisplayOptions, renderDisplay } from "./render-display.ts";

async function show(given: GivenScrap, options?: RenderDisplayOptions): Promise<HTMLElement> {
  const scrap = notebookOf({ chart: given }).scraps.get("chart");
  if (scrap === undefined) throw new Error("no scrap");
  const element = document.createElement("div");
  element.textContent = "before";
  document.body.append(element);
  await renderDisplay(scrap, element, options);
  return element;
}

const inside = (element: HTMLElement) => element.firstElementChild?.shadowRoot;
const markupOf = (element: HTMLElement) =>
  inside(element)?.innerHTML.replace(/<style>.*?<\/style>/s, "");

test("a display stands in place of what the element held, its styles scoped", async () => {
  const element = await show({ display: { "text/plain": "a <b>" } });
  expect(element.textContent).toBe("");
  expect(markupOf(element)).toContain("a &lt;b&gt;</pre>");
  expect(getComputedStyle(inside(element)?.querySelector("pre") as Element).overflowX).toBe("auto");
  expect(getComputedStyle(document.body).maxWidth).toBe("none");
});

test("HTML that loses nothing stands inline, without names, handlers and addresses", async () => {
  const element = await show({
    display: {
      "text/html":
        '<h3 id="a" onclick="x()">T</h3><p class="b" style="color:red">x <a href="https://a.test">y</a> <a href="javascript:z()">z</a></p><img src="https://b.test/c.png" alt="c">',
    },
  });
  expect(markupOf(element)).toContain(
    '<h3>T</h3><p style="color:red">x <a href="https://a.test" target="_blank" rel="noopener noreferrer nofollow" referrerpolicy="no-referrer">y</a> <a>z</a></p><img alt="c">',
  );
  expect(inside(element)?.querySelector("iframe")).toBeNull();
});

test.each([
  ["a style sheet", "<style>p{color:red}</style><p>x</p>"],
  ["a script", "<p>x</p><script>1</script>"],
  ["a form", "<form><button>x</button></form>"],
  ["an SVG", "<p>x</p><svg><circle r=1 /></svg>"],
])("HTML with %s stands in a sandboxed frame with a policy of its own", async (_what, markup) => {
  const frame = inside(await show({ display: { "text/html": markup } }))?.querySelector("iframe");
  expect(frame?.getAttribute("sandbox")).toBe("");
  expect(frame?.srcdoc).toContain("default-src 'none'");
});

test("a style that reaches beyond its place is dropped", async () => {
  const element = await show({
    display: {
      "text/html": '<p style="position:fixed;inset:0">x</p><p style="background:url(x)">y</p>',
    },
  });
  expect(markupOf(element)).toContain("<p>x</p><p>y</p>");
});

test("a chart is drawn by the page's library, else by its picture", async () => {
  const display = { "application/vnd.plotly.v1+json": { data: [] }, "text/plain": "Figure" };
  const newPlot = vi.fn((place: HTMLElement) => {
    place.textContent = "drawn";
  });
  expect((await show({ display }, { plotly: { newPlot } })).textContent).toBe("drawn");
  const failing = { newPlot: () => Promise.reject(new Error("no")) };
  expect(markupOf(await show({ display }, { plotly: failing }))).toContain("A Plotly chart");
});

test("Markdown and LaTeX are set", async () => {
  expect(markupOf(await show({ display: { "text/markdown": "**a** $x^2$" } }))).toMatch(
    /<strong>a<\/strong> <math/,
  );
});

test("wrong arguments are told", async () => {
  const scrap = notebookOf({ a: { data: 1 } }).scraps.get("a");
  await expect(renderDisplay("a" as never, document.body)).rejects.toThrow("takes a scrap");
  await expect(renderDisplay(scrap as never, "#id" as never)).rejects.toThrow("HTMLElement");
  await expect(renderDisplay(scrap as never, document.body, { plot: 1 } as never)).rejects.toThrow(
    'no option "plot"',
  );
});
