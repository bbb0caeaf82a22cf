import { isScrapbookError, type Notebook, type Scrapbook } from "@scrapbook/browser-io";
import { renderReport } from "@scrapbook/report";
import { attempt } from "../../browser/src/attempt.ts";
import { showChart } from "../../browser/src/chart.ts";
import { showFrame } from "../../browser/src/frame.ts";
import { changedValues, showValues } from "../../browser/src/values.ts";
import { page } from "./page.ts";
import { type Server, serverAt } from "./server.ts";

let server: Server | undefined;
let book: Scrapbook | undefined;
/** The notebook that the person sees, as it was read. */
let shown: Notebook | undefined;

/** Reads all notebooks, and shows them. */
async function showAll(chosen?: string): Promise<void> {
  book = await server?.all();
  if (book === undefined) return;
  page.report.srcdoc = await renderReport(book, { title: "Report" });
  page.notebook.replaceChildren(...[...book.keys()].map((key) => new Option(key, key)));
  if (chosen !== undefined) page.notebook.value = chosen;
  for (const main of document.querySelectorAll("main")) main.hidden = false;
  await showOne();
}

/** Reads the chosen notebook anew: what is saved later was made from what is seen now. */
async function showOne(): Promise<void> {
  const source = book?.get(page.notebook.value)?.source;
  shown = source === undefined ? undefined : await server?.one(source);
  if (shown === undefined) return;
  showValues(shown, page.fields);
  showFrame(shown, page.frame);
  await showChart(shown, page.chart);
}

async function save(): Promise<string> {
  if (shown === undefined || server === undefined) return "";
  const values = changedValues(shown, page.fields);
  if (values.size === 0) return "Nothing was changed";
  await server.save(shown, values);
  await showAll(page.notebook.value);
  return `${[...values.keys()].join(", ")} saved in ${shown.filename}`;
}

/** Does what a person asked for. After a conflict they can have the notebook as it is now. */
async function act(doing: string, work: () => Promise<string>): Promise<void> {
  page.again.hidden = true;
  const error = await attempt(page.status, doing, work);
  page.again.hidden = !(isScrapbookError(error) && error.code === "store-conflict");
}

page.server.addEventListener("submit", (event) => {
  event.preventDefault();
  act("Reading …", async () => {
    server = serverAt(page.address.value, page.token.value);
    await showAll();
    return `${book?.size ?? 0} notebooks on the server`;
  });
});
page.notebook.addEventListener("change", () =>
  act("", async () => {
    await showOne();
    return "";
  }),
);
page.values.addEventListener("submit", (event) => {
  event.preventDefault();
  act("Saving …", save);
});
page.again.addEventListener("click", () =>
  act("Reading …", async () => {
    await showAll(page.notebook.value);
    return "As it is on the server now";
  }),
);
