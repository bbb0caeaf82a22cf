import { expect, test } from "vitest";
import { notebookOf } from "../test/notebook.ts";
import { displayToHtml } from "./display-to-html.ts";
import { displayStyle } from "./page/style-sheet.ts";

const scrapOf = (display: Record<string, unknown>) => {
  const scrap = notebookOf({ "a<b": { display } }).scraps.get("a<b");
  if (scrap === undefined) throw new Error("no scrap");
  return scrap;
};

test("a display is markup for any page", async () => {
  expect(await displayToHtml(scrapOf({ "text/plain": "x < y" }))).toBe(
    '<div class="scrapbook-display"><pre class="kept" dir="auto" role="group" tabindex="0" aria-label="a&lt;b">x &lt; y</pre></div>',
  );
});

test("Markdown is set, and a label is given", async () => {
  const markup = await displayToHtml(scrapOf({ "text/markdown": "*x*" }), { label: "Notes" });
  expect(markup).toContain('aria-label="Notes"><p><em>x</em></p>');
});

test("its style sheet touches nothing but displays", () => {
  expect(displayStyle).toMatch(/^\.scrapbook-display\{/);
  expect(displayStyle).not.toMatch(/:root|(^|[}\n])(html|body)\{/);
  expect(displayStyle.match(/\{/g)?.length).toBe(displayStyle.match(/\}/g)?.length);
});

test("wrong arguments are told by name", async () => {
  await expect(displayToHtml(undefined as never)).rejects.toThrow("displayToHtml takes a scrap");
  await expect(displayToHtml(undefined as never)).rejects.toThrow("that the notebook lacks");
  await expect(displayToHtml(Promise.resolve() as never)).rejects.toThrow("await it");
  await expect(displayToHtml(scrapOf({}), { frameHeight: -1 })).rejects.toThrow("frameHeight");
});
