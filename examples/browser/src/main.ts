import type { DroppedFile, Notebook } from "@scrapbook/browser-io";
import { renderReport } from "@scrapbook/report";
import { attempt } from "./attempt.ts";
import { showChart } from "./chart.ts";
import { showFrame } from "./frame.ts";
import { type Opened, open } from "./opened.ts";
import { page } from "./page.ts";
import { onPicked } from "./picked.ts";
import { changedCopy, download, saveInPlace } from "./save.ts";
import { changedValues, showValues } from "./values.ts";

let opened: Opened | undefined;

const counted = new Intl.PluralRules("en");
const notebooks = (count: number): string =>
  `${count} ${counted.select(count) === "one" ? "notebook" : "notebooks"}`;

async function show(files: readonly DroppedFile[], chosen?: string): Promise<void> {
  opened = await open(files);
  const { book } = opened;
  page.report.srcdoc = await renderReport(book, { title: "Report" });
  page.notebook.replaceChildren(...[...book.keys()].map((key) => new Option(key, key)));
  if (chosen !== undefined) page.notebook.value = chosen;
  for (const main of document.querySelectorAll("main")) main.hidden = false;
  await showNotebook();
}

async function showNotebook(): Promise<void> {
  const notebook = chosenNotebook();
  if (notebook === undefined) return;
  showValues(notebook, page.fields);
  showFrame(notebook, page.frame);
  await showChart(notebook, page.chart);
}

const chosenNotebook = (): Notebook | undefined => opened?.book.get(page.notebook.value);

/** Saves what was changed, and shows the notebooks as they are now. */
async function save(): Promise<string> {
  const key = page.notebook.value;
  const notebook = chosenNotebook();
  const location = opened?.locations.get(key);
  if (opened === undefined || notebook === undefined || location === undefined) return "";
  const values = changedValues(notebook, page.fields);
  if (values.size === 0) return "Nothing was changed";
  const names = [...values.keys()].join(", ");
  const locations = new Map(opened.locations);
  if (location instanceof File) {
    const file = await changedCopy(location, values);
    download(file);
    locations.set(key, file);
  } else await saveInPlace(location, notebook, values);
  await show(
    [...locations].map(([path, now]) => ({ path, location: now })),
    key,
  );
  return `${names} saved in ${location.name}`;
}

onPicked((files) =>
  attempt(page.status, "Reading …", async () => {
    const picked = await files;
    if (picked.length === 0) return "No notebook was chosen";
    await show(picked);
    return `${notebooks(opened?.book.size ?? 0)} opened`;
  }),
);
page.notebook.addEventListener("change", () =>
  attempt(page.status, "", async () => {
    await showNotebook();
    return "";
  }),
);
page.values.addEventListener("submit", (event) => {
  event.preventDefault();
  attempt(page.status, "Saving …", save);
});
