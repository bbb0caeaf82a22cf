import { Scrapbook } from "@scrapbook/core";
import { expect, test } from "vitest";
import { notebookOf } from "../../test/notebook.ts";
import { ScrapbookReport, type ScrapEdit } from "./index.ts";

const book = new Scrapbook([
  ["b", notebookOf({ n: { data: 2 }, note: { data: "x" }, list: { data: [1] } })],
  ["a", notebookOf({ n: { data: 1 } })],
]);

async function show(change?: (element: ScrapbookReport) => void): Promise<ShadowRoot> {
  const element = document.createElement("scrapbook-report");
  change?.(element);
  element.scrapbook = book;
  document.body.append(element);
  await element.shown;
  return element.shadowRoot as ShadowRoot;
}

const order = (root: ShadowRoot) =>
  [...root.querySelectorAll(".overview tbody th")].map((head) => head.textContent);

test("it shows what the page shows, and sorts as the page sorts", async () => {
  const root = await show((element) => {
    element.options = { title: "Night" };
  });
  expect(root.querySelector("h1")?.textContent).toBe("Night");
  expect(order(root)).toEqual(["b", "a"]);
  root.querySelectorAll<HTMLButtonElement>(".overview thead button")[2]?.click();
  expect(order(root)).toEqual(["a", "b"]);
  expect(root.querySelector("[role=status]")?.textContent).toBe("Sorted by n, ascending");
});

test("its styles stay in it, and the page's stay out", async () => {
  const style = document.createElement("style");
  style.textContent = "h1 { color: rgb(1, 2, 3) }";
  document.head.append(style);
  const root = await show();
  expect(getComputedStyle(root.querySelector("h1") as Element).color).not.toBe("rgb(1, 2, 3)");
  expect(getComputedStyle(document.body).maxWidth).toBe("none");
  style.remove();
});

test("what was set last is shown", async () => {
  const element = document.createElement("scrapbook-report");
  document.body.append(element);
  element.scrapbook = book;
  element.scrapbook = new Scrapbook([["late", notebookOf({})]]);
  await element.shown;
  expect(order(element.shadowRoot as ShadowRoot)).toEqual(["late"]);
});

test("a mistake is told by shown and by an event", async () => {
  const element = document.createElement("scrapbook-report");
  const told = new Promise<unknown>((resolve) => {
    element.addEventListener("error", (event) => resolve(event.error));
  });
  element.scrapbook = "x" as never;
  await expect(element.shown).rejects.toThrow("takes a scrapbook");
  expect(String(await told)).toContain("takes a scrapbook");
});

const edit = (root: ShadowRoot, name: string, text: string, key = "Enter") => {
  root.querySelector<HTMLButtonElement>(`button[aria-label^="Edit ${name}: "]`)?.click();
  const field = root.querySelector<HTMLInputElement>(`input[aria-label="Edit ${name}"]`);
  if (field === null) throw new Error("no field");
  field.value = text;
  field.dispatchEvent(new KeyboardEvent("keydown", { key }));
  return field;
};

test("editable scalars send an event, and what the page refuses stays", async () => {
  const edits: ScrapEdit[] = [];
  const root = await show((element) => {
    element.setAttribute("editable", "");
    element.addEventListener("scrap-edit", (event) => {
      const { detail } = event as CustomEvent<ScrapEdit>;
      edits.push(detail);
      if (detail.value === 13) event.preventDefault();
    });
  });
  edit(root, "n", "5");
  edit(root, "note", "5");
  edit(root, "n", "13");
  edit(root, "n", "7", "Escape");
  expect(edits).toEqual([
    { key: "b", name: "n", value: 5, oldValue: 2 },
    { key: "b", name: "note", value: "5", oldValue: "x" },
    { key: "b", name: "n", value: 13, oldValue: 2 },
  ]);
  expect(root.querySelector('button[aria-label="Edit n: 5"]')?.textContent).toBe("5");
  expect(root.querySelector('button[aria-label^="Edit list"]')).toBeNull();
});

test("what is no JSON is not sent", async () => {
  let sent = 0;
  const root = await show((element) => {
    element.setAttribute("editable", "");
    element.addEventListener("scrap-edit", () => sent++);
  });
  expect(edit(root, "n", "1,5").validity.valid).toBe(false);
  expect(sent).toBe(0);
});

test("properties that were set before the element was defined are taken over", async () => {
  class Late extends ScrapbookReport {}
  const element = document.createElement("late-report") as Late;
  Object.defineProperty(element, "scrapbook", {
    value: book,
    writable: true,
    configurable: true,
    enumerable: true,
  });
  document.body.append(element);
  customElements.define("late-report", Late);
  await element.shown;
  expect(order(element.shadowRoot as ShadowRoot)).toEqual(["b", "a"]);
});
