import { showDiffering } from "./differing.ts";
import { setFolds } from "./folds.ts";
import { whenWhole } from "./when-whole.ts";

/** Adds the page's controls: search, which runs, only what differs, all open or closed. */
export function addToolbar(
  root: Document | ShadowRoot,
  slot: Element,
  say: (text: string) => void,
): void {
  const rows = [...root.querySelectorAll<HTMLElement>("tr[data-for]")];
  // Made by the first search: a page that nobody searches pays nothing for it.
  let texts: ReadonlyMap<HTMLElement, string> | undefined;
  const search = input("search");
  search.placeholder = "Search";
  search.setAttribute("aria-label", "Search notebooks and values");
  const runs = select(rows);
  const apply = (): void => {
    texts ??= new Map(rows.map((row) => [row, row.textContent.toLowerCase()]));
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const shown = new Set<string | undefined>();
    for (const row of rows) {
      const text = texts.get(row) ?? "";
      const fits =
        words.every((word) => text.includes(word)) &&
        (runs.value === "" || (row.dataset.state ?? "").split(" ").includes(runs.value));
      if (fits) shown.add(row.dataset.for);
    }
    for (const element of root.querySelectorAll<HTMLElement>("[data-for]")) {
      element.hidden = !shown.has(element.dataset.for);
    }
    say(`${shown.size} of ${new Set(rows.map((row) => row.dataset.for)).size} notebooks`);
  };
  search.addEventListener("input", apply);
  runs.addEventListener("change", apply);
  slot.append(search);
  if (runs.options.length > 2) slot.append(runs);
  const table = root.querySelector<HTMLTableElement>("table.overview");
  if (table?.querySelector("th[data-same]")) {
    slot.append(
      toggle("Only what differs", (isOn) => {
        const hidden = showDiffering(table, isOn);
        say(isOn ? (hidden === 1 ? "1 column hidden" : `${hidden} columns hidden`) : "All columns");
      }),
    );
  }
  whenWhole(root, () => {
    if (root.querySelector("details.notebook") !== null) {
      slot.append(toggle("Open all", (isOn) => setFolds(root, isOn)));
    }
    // What came after a search is searched too.
    if (search.value !== "" || runs.value !== "") apply();
  });
}

function input(type: string): HTMLInputElement {
  const element = document.createElement("input");
  element.type = type;
  return element;
}

function toggle(text: string, change: (isOn: boolean) => void): HTMLElement {
  const label = document.createElement("label");
  const box = input("checkbox");
  box.addEventListener("change", () => change(box.checked));
  label.append(box, text);
  return label;
}

/** The states that some notebook is in. */
function select(rows: readonly HTMLElement[]): HTMLSelectElement {
  const element = document.createElement("select");
  element.setAttribute("aria-label", "Runs");
  const states = new Set(rows.flatMap((row) => (row.dataset.state ?? "").split(" ")));
  for (const [value, text] of [
    ["", "All runs"],
    ["failed", "Failed"],
    ["partial", "Unfinished"],
    ["problems", "With problems"],
    ["completed", "Completed"],
    ["changed", "Changed"],
    ["none", "No run"],
  ] as const) {
    if (value === "" || states.has(value)) element.append(new Option(text, value));
  }
  return element;
}
